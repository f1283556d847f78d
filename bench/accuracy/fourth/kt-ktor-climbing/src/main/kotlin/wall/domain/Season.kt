package wall.domain

import java.time.LocalDate
import kotlin.properties.Delegates
import kotlin.reflect.KProperty
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.filter

enum class Phase { QUALIFYING, FINALS, PAUSE }

object SeasonClock {
    private val listeners = mutableListOf<(Phase) -> Unit>()

    var phase: Phase by Delegates.observable(Phase.PAUSE) { _, _, new -> listeners.forEach { it(new) } }

    fun onChange(listener: (Phase) -> Unit): () -> Unit {
        listeners += listener
        return { listeners -= listener }
    }
}

class Trimmed(private var value: String = "") {
    operator fun getValue(owner: Any?, property: KProperty<*>): String = value

    operator fun setValue(owner: Any?, property: KProperty<*>, new: String) {
        value = new.trim()
    }
}

class Registration(name: String, val born: LocalDate) {
    var name: String by Trimmed()

    init {
        this.name = name
        require(born.isBefore(LocalDate.now()))
    }

    constructor(name: String, year: Int) : this(name, LocalDate.of(year, 1, 1))

    inner class Badge(val number: Int) {
        fun text() = "$number ${this@Registration.name}"
    }
}

val Registration.isYouth: Boolean
    get() = born.year > LocalDate.now().year - 18

suspend fun Flow<Registration>.youth(): Flow<Registration> = filter { it.isYouth }

fun List<Registration>.streamed() = asFlow()

tailrec fun rounds(climbers: Int, done: Int = 0): Int =
    if (climbers <= 6) done + 1 else rounds(climbers / 2, done + 1)

val byAge: (Registration, Registration) -> Int = { a, b -> a.born.compareTo(b.born) }

suspend fun publish(registrations: List<Registration>): Unit = throw NotImplementedError("publish")
