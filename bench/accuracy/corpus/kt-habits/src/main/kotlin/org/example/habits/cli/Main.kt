package org.example.habits.cli

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.subcommands
import com.github.ajalt.clikt.parameters.arguments.argument
import java.time.LocalDate
import kotlinx.coroutines.runBlocking
import org.example.habits.Habit
import org.example.habits.HabitId
import org.example.habits.check
import org.example.habits.stats.Streaks
import org.example.habits.store.HabitStore
import org.example.habits.store.MemoryStore

class Habits : CliktCommand() {
    override fun run() = Unit
}

class Done(private val store: HabitStore) : CliktCommand(name = "done", help = "Tick a habit off") {
    private val id by argument()

    override fun run() = runBlocking {
        store.save(store.require(HabitId(id)).check(LocalDate.now()))
    }
}

class Streak(private val store: HabitStore) : CliktCommand(name = "streak") {
    private val id by argument()

    override fun run() = runBlocking {
        echo(Streaks.current(store.require(HabitId(id)), LocalDate.now()))
    }
}

class Export : CliktCommand(name = "export") {
    override fun run(): Unit = TODO()
}

fun main(args: Array<String>) {
    val store = MemoryStore.of(Habit(HabitId("water"), "Drink water"))
    Habits().subcommands(Done(store), Streak(store), Export()).main(args)
}
