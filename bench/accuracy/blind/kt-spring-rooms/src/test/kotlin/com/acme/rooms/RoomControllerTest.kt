package com.acme.rooms

import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.test.web.servlet.MockMvc
import org.springframework.test.web.servlet.get

@SpringBootTest
@AutoConfigureMockMvc
class RoomControllerTest(@Autowired val mvc: MockMvc) {
    @Test
    fun `lists rooms`() {
        mvc.get("/rooms") { param("seats", "4") }.andExpect { status { isOk() } }
    }
}
