package com.acme.rooms.booking

import org.springframework.http.HttpStatus
import org.springframework.http.ResponseEntity
import org.springframework.web.bind.annotation.DeleteMapping
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.RequestMethod
import org.springframework.web.bind.annotation.RestController
import java.time.Instant
import java.util.UUID

data class BookingRequest(val from: Instant, val to: Instant)

@RestController
@RequestMapping("/rooms/{roomId}/bookings")
class BookingController(private val service: BookingService) {
    @GetMapping
    fun list(@PathVariable roomId: UUID) = service.upcoming(roomId)

    @PostMapping
    fun create(@PathVariable roomId: UUID, @RequestBody body: BookingRequest): ResponseEntity<Any> =
        when (val result = service.book(roomId, body.from, body.to)) {
            is BookingResult.Booked -> ResponseEntity.status(HttpStatus.CREATED).body(result.booking.id)
            is BookingResult.Clash -> ResponseEntity.status(HttpStatus.CONFLICT).body(result.with.map { it.id })
            BookingResult.RoomGone -> ResponseEntity.notFound().build()
        }

    @DeleteMapping("/{id}")
    fun cancel(@PathVariable id: UUID): ResponseEntity<Void> =
        if (service.cancel(id)) ResponseEntity.noContent().build() else ResponseEntity.notFound().build()

    @RequestMapping(value = ["/{id}/move", "/{id}/reschedule"], method = [RequestMethod.POST])
    fun move(@PathVariable id: UUID, @RequestBody body: BookingRequest): ResponseEntity<Any> = TODO()
}
