package wall.data

import org.jetbrains.exposed.dao.id.IntIdTable
import org.jetbrains.exposed.sql.Table

object Sectors : IntIdTable("sectors") {
    val name = varchar("name", 40)
}

object Boulders : IntIdTable("boulders") {
    val sector = reference("sector_id", Sectors)
    val grade = varchar("grade", 4)
}

object Ascents : Table("ascents") {
    val id = integer("id").autoIncrement()
    val boulder = reference("boulder_id", Boulders)
    val climber = varchar("climber", 60)

    override val primaryKey = PrimaryKey(id)
}
