package wall

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import wall.domain.Grade

class FakeGym {
    fun open(): List<Grade> = listOf("5", "6B").map(Grade::parse)
}

class GradeTest {
    @Test
    fun `converts to the other scale`() {
        assertEquals("V1", Grade.parse("6a").toVScale())
        assertEquals(2, FakeGym().open().size)
    }

    @Test
    fun `refuses what is no grade`() {
        assertFailsWith<IllegalArgumentException> { Grade.parse("9z") }
    }
}
