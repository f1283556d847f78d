package wall.domain

import kotlinx.serialization.Serializable

@Serializable
data class Boulder(val id: Int, val sector: String, val grade: String, val colour: HoldColour)

@Serializable
enum class HoldColour(val hex: String) {
    RED("#d33"),
    BLUE("#33d") {
        override fun spoken() = "azure"
    };

    open fun spoken(): String = name.lowercase()
}

sealed interface Ascent {
    val climber: String

    data class Flash(override val climber: String) : Ascent

    data class Redpoint(override val climber: String, val tries: Int) : Ascent

    data object Aborted : Ascent {
        override val climber = "nobody"
    }
}

typealias Points = Int

annotation class SeasonBound

object NoAscents : Iterable<Ascent> by emptyList()

class WrongSector(sector: String) : Exception("no sector $sector")

fun Ascent.points(): Points = when (this) {
    is Ascent.Flash -> 10
    is Ascent.Redpoint -> (10 - tries).coerceAtLeast(1)
    Ascent.Aborted -> 0
}
