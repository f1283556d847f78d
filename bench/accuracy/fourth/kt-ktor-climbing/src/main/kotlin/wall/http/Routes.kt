package wall.http

import io.ktor.http.HttpStatusCode
import io.ktor.server.application.call
import io.ktor.server.request.receiveText
import io.ktor.server.response.respond
import io.ktor.server.routing.Route
import io.ktor.server.routing.delete
import io.ktor.server.routing.get
import io.ktor.server.routing.post
import io.ktor.server.routing.put
import io.ktor.server.routing.route
import org.koin.ktor.ext.inject
import wall.data.BoulderRepository
import wall.domain.Ascent

fun Route.boulderRoutes() {
    val boulders by inject<BoulderRepository>()

    route("/boulders") {
        get { call.respond(boulders.all()) }
        get("/{id}") {
            val id = call.parameters["id"]?.toIntOrNull()
            val boulder = boulders.all().find { it.id == id }
            if (boulder == null) call.respond(HttpStatusCode.NotFound) else call.respond(boulder)
        }
        put("/{id}/grade") {
            call.respond(HttpStatusCode.NotImplemented)
        }
    }
    get("/grades/{grade}") {
        call.respond(boulders.byGrade(call.parameters.getOrFail("grade")))
    }
}

fun Route.ascentRoutes() {
    val boulders by inject<BoulderRepository>()

    post {
        val id = call.parameters.getOrFail("id").toInt()
        boulders.record(id, Ascent.Flash(call.receiveText()))
        call.respond(HttpStatusCode.Created)
    }
    delete("/{ascentId}") {
        TODO("who may take an ascent back?")
    }
}

fun Route.statisticsRoutes() {
    get("/statistics") { call.respond(mapOf("walls" to 3)) }
}

private fun io.ktor.http.Parameters.getOrFail(name: String): String =
    this[name] ?: throw IllegalArgumentException(name)
