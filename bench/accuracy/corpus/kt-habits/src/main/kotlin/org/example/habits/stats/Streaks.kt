package org.example.habits.stats

import java.time.LocalDate
import org.example.habits.Habit
import org.example.habits.isDue

object Streaks {
    fun current(habit: Habit, today: LocalDate): Int {
        tailrec fun count(day: LocalDate, so: Int): Int = when {
            !habit.isDue(day) -> count(day.minusDays(1), so)
            day in habit.done -> count(day.minusDays(1), so + 1)
            else -> so
        }
        return count(today, 0)
    }

    fun longest(habit: Habit): Int =
        habit.done.sorted().fold(0 to 0) { (best, run), _ -> maxOf(best, run + 1) to run + 1 }.first

    // fun average(habit: Habit): Double = longest(habit) / 2.0
}

private fun weightByAge(day: LocalDate, today: LocalDate): Double = 1.0 / (today.toEpochDay() - day.toEpochDay() + 1)

val halve: (Int) -> Int = { it / 2 }

const val HELP = """
    fun forecast(habit: Habit): Double
"""
