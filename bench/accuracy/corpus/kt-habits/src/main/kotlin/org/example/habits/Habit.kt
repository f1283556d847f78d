package org.example.habits

import java.time.DayOfWeek
import java.time.LocalDate

@JvmInline
value class HabitId(val value: String) {
    init {
        require(value.isNotBlank()) { "a habit needs an id" }
    }
}

data class Habit(
    val id: HabitId,
    val title: String,
    val rhythm: Rhythm = Rhythm.Daily,
    val done: Set<LocalDate> = emptySet(),
)

sealed interface Rhythm {
    data object Daily : Rhythm

    data class Weekly(val days: Set<DayOfWeek>) : Rhythm

    class EveryNth(val n: Int, val start: LocalDate) : Rhythm
}

enum class Mood(val symbol: Char) {
    GOOD('+'),
    BAD('-');

    fun inverted(): Mood = if (this == GOOD) BAD else GOOD
}

class HabitNotFound(id: HabitId) : NoSuchElementException("no habit ${id.value}")

typealias Calendar = Map<LocalDate, List<Habit>>

fun Habit.isDue(on: LocalDate): Boolean = when (rhythm) {
    Rhythm.Daily -> true
    is Rhythm.Weekly -> on.dayOfWeek in rhythm.days
    is Rhythm.EveryNth -> (on.toEpochDay() - rhythm.start.toEpochDay()) % rhythm.n == 0L
}

fun Habit.check(on: LocalDate) = copy(done = done + on)

infix fun Habit.merge(other: Habit): Habit = TODO("decide whose title wins")

internal fun Habit.rename(title: String): Habit? {
    return null // TODO: titles are unique, so this has to go through the store
}
