package wall.http

import io.ktor.http.HttpMethod
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.call
import io.ktor.server.response.respond
import io.ktor.server.response.respondText
import io.ktor.server.routing.Route
import io.ktor.server.routing.method
import io.ktor.server.routing.patch
import io.ktor.server.routing.route

internal fun Route.adminRoutes() {
    route("/sectors") {
        patch("{sector}/closed") {
            call.respond(HttpStatusCode.Accepted)
        }
    }
    route("/echo") {
        handle { call.respondText("echo") }
    }
    route("/cache", HttpMethod.Delete) {
        handle { call.respond(HttpStatusCode.NoContent) }
    }
}

internal fun requirePin(pin: String?): Boolean {
    // FIXME implement: compare with the pin of the day
    return false
}
