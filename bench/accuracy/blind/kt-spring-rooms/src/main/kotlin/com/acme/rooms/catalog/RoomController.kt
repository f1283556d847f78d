package com.acme.rooms.catalog

import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PutMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.RestController
import java.util.UUID

@RestController
class RoomController(private val catalog: InMemoryCatalog) {
    @GetMapping("/rooms")
    fun search(@RequestParam(defaultValue = "0") seats: Int): List<Room> =
        catalog.all().filter { it.seats >= seats }.sortedBy { it.name }

    @GetMapping("/rooms/{id}")
    fun show(@PathVariable id: UUID): Room? = catalog.find(id)

    @PutMapping("/rooms/{id}")
    fun replace(@PathVariable id: UUID, @RequestBody room: Room): Room {
        catalog += room.copy(id = id)
        return room
    }

    // @PatchMapping("/rooms/{id}")
    // fun patch(@PathVariable id: UUID, @RequestBody changes: Map<String, Any>): Room = TODO()
}

class FloorPlanController {
    @GetMapping("/floors/{floor}/plan")
    fun plan(@PathVariable floor: Int): String = "<svg data-floor=\"$floor\"/>"
}
