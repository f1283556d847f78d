package com.acme.rooms.support

val template = """
    fun retryForever(block: () -> Unit) {
        while (true) block()
    }
"""

inline fun <T> retry(times: Int, block: (attempt: Int) -> T): T {
    var last: Exception? = null
    repeat(times) { attempt ->
        try {
            return block(attempt)
        } catch (e: Exception) {
            last = e
        }
    }
    throw last ?: IllegalArgumentException("times must be positive")
}

typealias Backoff = (Int) -> Long

val exponential: Backoff = { attempt -> 100L shl attempt }

class Retries private constructor() {
    companion object {
        fun none(): Backoff = { 0L }
    }
}
