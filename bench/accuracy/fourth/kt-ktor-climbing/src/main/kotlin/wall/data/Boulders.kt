package wall.data

import org.jetbrains.exposed.sql.ResultRow
import org.jetbrains.exposed.sql.insert
import org.jetbrains.exposed.sql.selectAll
import org.jetbrains.exposed.sql.transactions.transaction
import wall.domain.Ascent
import wall.domain.Boulder
import wall.domain.HoldColour

interface BoulderRepository {
    fun all(): List<Boulder>

    fun ascents(): List<Ascent>

    fun record(boulder: Int, ascent: Ascent)

    fun byGrade(grade: String): List<Boulder> = all().filter { it.grade == grade }
}

class ExposedBoulders : BoulderRepository {
    override fun all(): List<Boulder> = transaction {
        (Boulders innerJoin Sectors).selectAll().map(::toBoulder)
    }

    override fun ascents(): List<Ascent> = transaction {
        Ascents.selectAll().map { Ascent.Flash(it[Ascents.climber]) }
    }

    override fun record(boulder: Int, ascent: Ascent) {
        transaction {
            Ascents.insert {
                it[Ascents.boulder] = boulder
                it[climber] = ascent.climber
            }
        }
    }

    private fun toBoulder(row: ResultRow) =
        Boulder(row[Boulders.id].value, row[Sectors.name], row[Boulders.grade], HoldColour.RED)
}

/** Hands everything on and remembers what it was told. */
class CachingBoulders(private val inner: BoulderRepository) : BoulderRepository by inner {
    private val remembered by lazy { inner.all() }

    override fun all(): List<Boulder> = remembered
}

/** Delegates everything; a name of its own for the wiring of the branch office. */
class BranchBoulders(main: BoulderRepository) : BoulderRepository by main

class CsvBoulders(private val path: String) : BoulderRepository {
    override fun all(): List<Boulder> = TODO()

    override fun ascents(): List<Ascent> = TODO()

    override fun record(boulder: Int, ascent: Ascent) = TODO()
}
