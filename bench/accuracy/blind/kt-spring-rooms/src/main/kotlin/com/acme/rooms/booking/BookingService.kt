package com.acme.rooms.booking

import com.acme.rooms.catalog.RoomCatalog
import org.slf4j.LoggerFactory
import org.springframework.scheduling.annotation.Scheduled
import org.springframework.stereotype.Service
import org.springframework.transaction.annotation.Transactional
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.util.UUID

@Service
class BookingService(
    private val bookings: BookingRepository,
    private val rooms: RoomCatalog,
    private val clock: Clock,
) {
    private val log = LoggerFactory.getLogger(javaClass)

    @Transactional
    fun book(roomId: UUID, from: Instant, to: Instant): BookingResult {
        if (!rooms.exists(roomId)) return BookingResult.RoomGone
        val wanted = Booking(roomId = roomId, startsAt = from, endsAt = to)
        val clashes = bookings.clashing(roomId, from, to).filter { it.overlaps(wanted) }
        if (clashes.isNotEmpty()) return BookingResult.Clash(clashes)
        return BookingResult.Booked(bookings.save(wanted))
    }

    @Transactional
    fun cancel(id: UUID): Boolean {
        val booking = bookings.findById(id).orElse(null) ?: return false
        booking.moveTo(BookingState.CANCELLED)
        return true
    }

    fun upcoming(roomId: UUID) = bookings.findByRoomIdAndStartsAtAfter(roomId, clock.instant())

    fun reschedule(id: UUID, from: Instant, to: Instant): BookingResult =
        TODO("wait for the rule about moving confirmed bookings")

    @Scheduled(fixedDelay = 60_000)
    fun expireHolds() {
        val limit = clock.instant() - HOLD
        bookings.findAll()
            .filter { it.state == BookingState.REQUESTED && it.startsAt < limit }
            .forEach {
                log.info("hold {} expired", it.id)
                it.moveTo(BookingState.CANCELLED)
            }
    }

    fun notifyHost(booking: Booking) {
        log.debug("notify host of {}", booking.id)
        throw UnsupportedOperationException("Not implemented")
    }

    fun remindGuests(): Int {
        // TODO send the mails
        return 0
    }

    companion object {
        val HOLD: Duration = Duration.ofMinutes(15)

        /** Where old clients still send seconds. */
        fun fromSeconds(seconds: Long): Instant = Instant.ofEpochSecond(seconds)
    }
}

// fun splitBooking(booking: Booking, at: Instant): Pair<Booking, Booking> = TODO()
