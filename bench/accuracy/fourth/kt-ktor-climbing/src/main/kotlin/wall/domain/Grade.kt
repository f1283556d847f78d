package wall.domain

@JvmInline
value class Grade private constructor(val text: String) : Comparable<Grade> {
    override fun compareTo(other: Grade): Int = rank - other.rank

    private val rank: Int
        get() = SCALE.indexOf(text)

    fun toVScale(): String = "V${(rank - 2).coerceAtLeast(0)}"

    operator fun plus(steps: Int): Grade = Grade(SCALE[(rank + steps).coerceIn(SCALE.indices)])

    fun toYosemite(): String = TODO("ask the Americans")

    companion object {
        private val SCALE = listOf("4", "5", "5+", "6A", "6A+", "6B", "6B+", "6C", "6C+", "7A", "7A+", "7B")

        fun parse(text: String): Grade {
            require(text.uppercase() in SCALE) { "no grade: $text" }
            return Grade(text.uppercase())
        }
    }
}

fun Iterable<Grade>.hardest(): Grade? = maxOrNull()

infix fun Grade.harderThan(other: Grade) = this > other
