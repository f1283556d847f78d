package org.example.habits.remind

import kotlinx.coroutines.delay
import org.example.habits.Habit

abstract class Reminder {
    abstract val channel: String

    abstract suspend fun send(habit: Habit)

    /** Called when the user answers; most channels cannot hear it. */
    open fun onAnswer(answer: String) {}
}

class ConsoleReminder : Reminder() {
    override val channel = "console"

    override suspend fun send(habit: Habit) {
        delay(10)
        println("Time for ${habit.title}")
    }
}

class MailReminder(private val address: String) : Reminder() {
    override val channel get() = "mail"

    override suspend fun send(habit: Habit) {
        println("would mail $address about ${habit.title}")
        throw NotImplementedError("SMTP is missing")
    }
}

/* class PushReminder : Reminder() {
    /* nested: token */
    override val channel = "push"
} */

class SilentReminder : Reminder() {
    override val channel = "none"

    // For holidays: silence is what the user asked for.
    override suspend fun send(habit: Habit) = Unit
}
