package org.example.habits

import java.time.LocalDate
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.example.habits.stats.Streaks

private fun habitDoneOn(vararg days: String) =
    Habit(HabitId("h"), "Read", done = days.map(LocalDate::parse).toSet())

class StreaksTest {
    @Test
    fun `a gap ends the streak`() {
        val habit = habitDoneOn("2024-03-01", "2024-03-03", "2024-03-04")
        assertEquals(2, Streaks.current(habit, LocalDate.parse("2024-03-04")))
        assertTrue(habit.isDue(LocalDate.parse("2024-03-05")))
    }
}
