package org.orchestra.rehearsal.seating;

import java.util.List;
import org.orchestra.rehearsal.domain.Player;

@FunctionalInterface
public interface SeatingStrategy {
    List<String> order(List<Player> players);

    default SeatingStrategy reversed() {
        return players -> {
            var names = new java.util.ArrayList<>(order(players));
            java.util.Collections.reverse(names);
            return names;
        };
    }
}
