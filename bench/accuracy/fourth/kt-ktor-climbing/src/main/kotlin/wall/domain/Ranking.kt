package wall.domain

import kotlinx.serialization.Serializable
import wall.data.BoulderRepository

@Serializable
data class Standing(val climber: String, val points: Int)

abstract class ScoringStrategy {
    abstract fun score(ascents: List<Ascent>): Points

    open fun describe(): String = this::class.simpleName ?: "anonymous"
}

class SumStrategy : ScoringStrategy() {
    override fun score(ascents: List<Ascent>): Points = ascents.sumOf { it.points() }
}

class BestFiveStrategy : ScoringStrategy() {
    override fun score(ascents: List<Ascent>): Points =
        ascents.map(Ascent::points).sortedDescending().take(5).sum()
}

class FinalsStrategy : ScoringStrategy() {
    override fun score(ascents: List<Ascent>): Points {
        // not implemented yet, the jury decides in May
        return 0
    }
}

class RankingService(
    private val boulders: BoulderRepository,
    private val strategy: ScoringStrategy = SumStrategy(),
) {
    fun top(count: Int): List<Standing> =
        boulders.ascents()
            .groupBy { it.climber }
            .map { (climber, ascents) -> Standing(climber, strategy.score(ascents)) }
            .sortedByDescending { it.points }
            .take(count)

    fun archive(season: Int) {
        println("archiving $season")
        throw NotImplementedError()
    }

    private fun median(points: List<Points>): Points = points.sorted()[points.size / 2]

    companion object {
        const val USAGE = "fun promote(climber: String) moves a climber up"
    }
}
