package wall

import io.ktor.client.request.get
import io.ktor.client.request.post
import io.ktor.client.request.setBody
import io.ktor.http.HttpStatusCode
import io.ktor.server.testing.testApplication
import kotlin.test.Test
import kotlin.test.assertEquals

class ApiTest {
    @Test
    fun answersHealth() = testApplication {
        application { module() }
        assertEquals(HttpStatusCode.OK, client.get("/health").status)
    }

    @Test
    fun recordsAnAscent() = testApplication {
        application { module() }
        val response = client.post("/api/boulders/7/ascents") { setBody("Wolfgang") }
        assertEquals(HttpStatusCode.Created, response.status)
    }
}
