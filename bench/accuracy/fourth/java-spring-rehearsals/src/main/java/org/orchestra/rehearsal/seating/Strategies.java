package org.orchestra.rehearsal.seating;

import java.util.Comparator;
import java.util.List;
import org.orchestra.rehearsal.domain.Player;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

final class Strategies {

    private Strategies() {}

    @Primary
    @Component
    static class AlphabeticalStrategy implements SeatingStrategy {
        @Override
        public List<String> order(List<Player> players) {
            return players.stream().map(Player::getName).sorted().toList();
        }
    }

    @Component
    static class SeniorityStrategy implements SeatingStrategy {
        @Override
        public List<String> order(List<Player> players) {
            return players.stream().sorted(Comparator.comparing(Player::getId)).map(Player::getName).toList();
        }
    }

    @Component
    static class BlindAuditionStrategy implements SeatingStrategy {
        @Override
        public List<String> order(List<Player> players) {
            throw new UnsupportedOperationException();
        }
    }
}
