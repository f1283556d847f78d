package com.acme.rooms.catalog

import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import java.time.Clock
import java.util.UUID
import java.util.concurrent.ConcurrentHashMap

data class Room(val id: UUID, val name: String, val seats: Int, val features: Set<Feature> = emptySet())

enum class Feature { SCREEN, WHITEBOARD, VIDEO }

interface RoomCatalog {
    fun all(): Collection<Room>
    fun find(id: UUID): Room?
    fun exists(id: UUID): Boolean = find(id) != null

    /** A hook for those who care; by default nobody does. */
    fun onChange(room: Room) {}
}

class InMemoryCatalog : RoomCatalog {
    private val rooms = ConcurrentHashMap<UUID, Room>()

    override fun all(): Collection<Room> = rooms.values
    override fun find(id: UUID): Room? = rooms[id]

    operator fun plusAssign(room: Room) {
        rooms[room.id] = room
        onChange(room)
    }
}

/** The catalog of a building that is not open yet: it has no rooms. */
object EmptyCatalog : RoomCatalog {
    override fun all(): Collection<Room> = emptyList()
    override fun find(id: UUID): Room? = null
}

class LoggingCatalog(inner: RoomCatalog, private val say: (String) -> Unit) : RoomCatalog by inner {
    override fun onChange(room: Room) = say("room ${room.name} changed")
}

class ExchangeCatalog : RoomCatalog {
    override fun all(): Collection<Room> = throw NotImplementedError()
    override fun find(id: UUID): Room? = throw NotImplementedError()
}

@Configuration
class CatalogConfiguration {
    @Bean
    fun catalog(): InMemoryCatalog = InMemoryCatalog()

    @Bean
    fun clock(): Clock = Clock.systemUTC()
}
