package org.example.habits.stats

import java.time.LocalDate

class Heatmap(private val days: Set<LocalDate>) {
    fun row(from: LocalDate): String = (0L until 7L).joinToString("") { offset ->
        if (from.plusDays(offset) in days) "#" else "."
    }

    fun render(weeks: Int): String {
        val rows = (0 until weeks).map { row(LocalDate.now().minusWeeks(it.toLong()) }
        return rows.joinToString("\n")
    }
}
