package com.acme.rooms.booking

import jakarta.persistence.Column
import jakarta.persistence.Entity
import jakarta.persistence.EnumType
import jakarta.persistence.Enumerated
import jakarta.persistence.Id
import jakarta.persistence.Table
import java.time.Instant
import java.util.UUID

enum class BookingState {
    REQUESTED, CONFIRMED, CANCELLED;

    fun canBecome(next: BookingState): Boolean = when (this) {
        REQUESTED -> next != REQUESTED
        CONFIRMED -> next == CANCELLED
        CANCELLED -> false
    }
}

@Entity
@Table(name = "bookings")
class Booking(
    @Id val id: UUID = UUID.randomUUID(),
    @Column(nullable = false) val roomId: UUID,
    val startsAt: Instant,
    val endsAt: Instant,
    @Enumerated(EnumType.STRING) var state: BookingState = BookingState.REQUESTED,
) {
    init {
        require(startsAt < endsAt) { "a booking ends after it starts" }
    }

    fun overlaps(other: Booking): Boolean = startsAt < other.endsAt && other.startsAt < endsAt

    fun moveTo(next: BookingState) {
        check(state.canBecome(next)) { "$state cannot become $next" }
        state = next
    }
}

@JvmInline
value class HoldToken(val text: String)

sealed interface BookingResult {
    data class Booked(val booking: Booking) : BookingResult
    data class Clash(val with: List<Booking>) : BookingResult
    data object RoomGone : BookingResult
}
