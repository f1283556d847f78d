package com.acme.rooms.pricing

import java.math.BigDecimal

class Invoice(val number: String) {
    private val lines = mutableListOf<Pair<String, BigDecimal>>()

    fun add(text: String, amount: BigDecimal) {
        lines += text to amount

    fun total(): BigDecimal = lines.sumOf { it.second }
}
