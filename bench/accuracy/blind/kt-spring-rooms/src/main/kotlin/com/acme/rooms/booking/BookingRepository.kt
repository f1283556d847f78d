package com.acme.rooms.booking

import org.springframework.data.jpa.repository.JpaRepository
import org.springframework.data.jpa.repository.Query
import java.time.Instant
import java.util.UUID

interface BookingRepository : JpaRepository<Booking, UUID> {
    fun findByRoomIdAndStartsAtAfter(roomId: UUID, after: Instant): List<Booking>

    @Query("select b from Booking b where b.roomId = :roomId and b.startsAt < :to and b.endsAt > :from")
    fun clashing(roomId: UUID, from: Instant, to: Instant): List<Booking>
}
