package wall.domain

fun interface TieBreaker {
    fun pick(a: Standing, b: Standing): Standing
}

val earlierName = TieBreaker { a, b -> if (a.climber <= b.climber) a else b }
