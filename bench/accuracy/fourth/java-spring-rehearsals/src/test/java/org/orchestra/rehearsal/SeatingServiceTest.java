package org.orchestra.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.orchestra.rehearsal.domain.SeatingResult;
import org.orchestra.rehearsal.domain.Section;
import org.orchestra.rehearsal.repo.PlayerRepository;
import org.orchestra.rehearsal.seating.SeatingService;
import org.orchestra.rehearsal.seating.SeatingStrategy;

class SeatingServiceTest {

    static class ShuffledStrategy implements SeatingStrategy {
        @Override
        public List<String> order(List<org.orchestra.rehearsal.domain.Player> players) {
            return List.of();
        }
    }

    private final SeatingService service =
            new SeatingService(mock(PlayerRepository.class), new ShuffledStrategy());

    @Nested
    class WithAnEmptyHall {
        @Test
        @DisplayName("names the section that is too small")
        void tooFew() {
            var result = assertInstanceOf(SeatingResult.TooFew.class, service.seat());
            assertEquals(Section.STRINGS, result.section());
            assertEquals("STRINGS lacks 12", result.describe());
        }
    }
}
