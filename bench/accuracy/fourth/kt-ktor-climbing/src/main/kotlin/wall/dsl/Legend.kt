package wall.dsl

/** What the colours of the tape mean. */
class Legend {
    private val meanings = mutableMapOf<String, String>()

    fun mean(colour: String, meaning: String): Legend {
        meanings[colour] = meaning
        return this
    }

    fun print(): String = meanings.entries.joinToString("\n") { (colour, meaning) -> "$colour: $meaning" 

    fun size(): Int = meanings.size
}
