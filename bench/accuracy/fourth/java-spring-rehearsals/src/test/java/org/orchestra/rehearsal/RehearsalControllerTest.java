package org.orchestra.rehearsal;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class RehearsalControllerTest {
    @Autowired MockMvc mvc;

    @Test
    void listsUpcoming() throws Exception {
        mvc.perform(get("/api/rehearsals")).andExpect(status().isOk());
    }

    @Test
    void excusesAPlayer() throws Exception {
        mvc.perform(put("/api/rehearsals/1/absences/2")).andExpect(status().isNotFound());
    }
}
