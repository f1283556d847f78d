package com.acme.rooms.pricing

import com.acme.rooms.catalog.Room
import java.math.BigDecimal
import java.time.Duration

fun interface PriceRule {
    fun apply(price: BigDecimal, room: Room): BigDecimal
}

val weekendSurcharge = PriceRule { price, _ -> price * BigDecimal("1.25") }

val bigRoomSurcharge: (BigDecimal, Room) -> BigDecimal = { price, room ->
    if (room.seats > 20) price + BigDecimal.TEN else price
}

fun Room.basePrice(duration: Duration): BigDecimal =
    BigDecimal(seats).multiply(BigDecimal(duration.toHours().coerceAtLeast(1)))

infix fun BigDecimal.roundedTo(step: BigDecimal): BigDecimal =
    divide(step).setScale(0, java.math.RoundingMode.UP).multiply(step)

private fun memberDiscount(price: BigDecimal): BigDecimal = price * BigDecimal("0.9")

abstract class Tariff {
    abstract fun name(): String
    open fun rules(): List<PriceRule> = emptyList()
    fun price(room: Room, duration: Duration): BigDecimal =
        rules().fold(room.basePrice(duration)) { price, rule -> rule.apply(price, room) }
}

class WeekendTariff : Tariff() {
    override fun name() = "weekend"
    override fun rules() = listOf(weekendSurcharge)
}

class NightTariff : Tariff() {
    override fun name() = "night"
    override fun rules(): List<PriceRule> {
        // FIXME still to be agreed with sales
        return emptyList()
    }
}
