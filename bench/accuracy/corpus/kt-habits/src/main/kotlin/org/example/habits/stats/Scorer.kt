package org.example.habits.stats

import org.example.habits.Habit

fun interface Scorer {
    fun score(habit: Habit): Double
}

val simpleScorer = Scorer { habit -> habit.done.size.toDouble() }
