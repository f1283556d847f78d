package wall

import io.ktor.http.HttpStatusCode
import io.ktor.serialization.kotlinx.json.json
import io.ktor.server.application.Application
import io.ktor.server.application.call
import io.ktor.server.application.install
import io.ktor.server.plugins.contentnegotiation.ContentNegotiation
import io.ktor.server.response.respond
import io.ktor.server.response.respondText
import io.ktor.server.routing.get
import io.ktor.server.routing.route
import io.ktor.server.routing.routing
import org.koin.dsl.module
import org.koin.ktor.ext.inject
import org.koin.ktor.plugin.Koin
import wall.data.BoulderRepository
import wall.data.CachingBoulders
import wall.data.ExposedBoulders
import wall.domain.RankingService
import wall.http.Timing
import wall.http.adminRoutes
import wall.http.ascentRoutes
import wall.http.boulderRoutes

val wiring = module {
    single<BoulderRepository> { CachingBoulders(ExposedBoulders()) }
    single { RankingService(get()) }
}

fun Application.module() {
    install(Koin) { modules(wiring) }
    install(ContentNegotiation) { json() }
    install(Timing) { header = "X-Took" }

    val ranking by inject<RankingService>()

    routing {
        get("/health") { call.respondText("ok") }
        route("/api") {
            boulderRoutes()
            route("/boulders/{id}/ascents") { ascentRoutes() }
            get("/ranking") { call.respond(ranking.top(10)) }
        }
        route("/admin") {
            adminRoutes()
        }
        // get("/api/sectors") { call.respond(HttpStatusCode.OK) }
    }
}
