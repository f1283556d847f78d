package wall.http

import io.ktor.server.application.createApplicationPlugin
import io.ktor.server.application.hooks.CallFailed
import io.ktor.util.AttributeKey

class TimingConfig {
    var header: String = "X-Response-Time"
    var unit: (Long) -> String = { nanos -> "${nanos / 1_000_000} ms" }
}

private val started = AttributeKey<Long>("started")

val Timing = createApplicationPlugin("Timing", ::TimingConfig) {
    val format = pluginConfig.unit
    onCall { call -> call.attributes.put(started, System.nanoTime()) }
    onCallRespond { call, _ ->
        val took = System.nanoTime() - call.attributes[started]
        call.response.headers.append(pluginConfig.header, format(took))
    }
}

inline fun <reified T : Any> timed(label: String, block: () -> T): T {
    val begin = System.nanoTime()
    try {
        return block()
    } finally {
        println("$label ${T::class.simpleName}: ${System.nanoTime() - begin}")
    }
}

fun onSlowCall(threshold: Long) {
}
