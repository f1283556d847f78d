package org.example.habits.store

import org.example.habits.Habit
import org.example.habits.HabitId
import org.example.habits.HabitNotFound

interface HabitStore {
    suspend fun find(id: HabitId): Habit?

    suspend fun save(habit: Habit)

    suspend fun all(): List<Habit>

    suspend fun require(id: HabitId): Habit = find(id) ?: throw HabitNotFound(id)
}

class MemoryStore : HabitStore {
    private val habits = linkedMapOf<HabitId, Habit>()

    override suspend fun find(id: HabitId) = habits[id]

    override suspend fun save(habit: Habit) {
        habits[habit.id] = habit
    }

    override suspend fun all() = habits.values.toList()

    companion object {
        fun of(vararg habits: Habit): MemoryStore = MemoryStore().apply {
            habits.forEach { this.habits[it.id] = it }
        }
    }
}

class SqliteStore(private val path: String) : HabitStore {
    override suspend fun find(id: HabitId): Habit? = TODO()

    override suspend fun save(habit: Habit): Unit = throw NotImplementedError()

    override suspend fun all(): List<Habit> {
        TODO("not implemented: $path")
    }
}

/** Lets everything through to [inner]; a base for decorators. */
open class ForwardingStore(private val inner: HabitStore) : HabitStore by inner

class AuditedStore(inner: HabitStore, private val log: (String) -> Unit) : ForwardingStore(inner) {
    override suspend fun save(habit: Habit) {
        log("save ${habit.id.value}")
        super.save(habit)
    }
}
