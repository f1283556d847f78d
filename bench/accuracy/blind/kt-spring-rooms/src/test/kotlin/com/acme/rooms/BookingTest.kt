package com.acme.rooms

import com.acme.rooms.booking.Booking
import com.acme.rooms.booking.BookingState
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.UUID

class FixedClock : Clock() {
    override fun instant(): Instant = Instant.EPOCH
    override fun getZone() = ZoneOffset.UTC
    override fun withZone(zone: java.time.ZoneId) = this
}

class BookingTest {
    private fun booking(from: Long, to: Long) =
        Booking(roomId = UUID.randomUUID(), startsAt = Instant.ofEpochSecond(from), endsAt = Instant.ofEpochSecond(to))

    @Test
    fun `bookings that touch do not overlap`() {
        assertFalse(booking(0, 10).overlaps(booking(10, 20)))
        assertTrue(booking(0, 11).overlaps(booking(10, 20)))
    }

    @Test
    fun `cancelled is final`() {
        assertFalse(BookingState.CANCELLED.canBecome(BookingState.CONFIRMED))
    }
}
