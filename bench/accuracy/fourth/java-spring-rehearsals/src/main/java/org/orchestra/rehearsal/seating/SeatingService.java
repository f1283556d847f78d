package org.orchestra.rehearsal.seating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.orchestra.rehearsal.domain.Player;
import org.orchestra.rehearsal.domain.SeatingResult;
import org.orchestra.rehearsal.domain.Section;
import org.orchestra.rehearsal.repo.PlayerRepository;
import org.springframework.stereotype.Service;

@Slf4j
@Service
@RequiredArgsConstructor
public class SeatingService {

    private final PlayerRepository players;
    private final SeatingStrategy strategy;

    public SeatingResult seat() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            List<Player> present = players.findBySection(section);
            if (present.size() < section.minimum()) {
                log.warn("too few in {}", section);
                return new SeatingResult.TooFew(section, present.size());
            }
            rows.computeIfAbsent(section.row(), r -> new ArrayList<>()).addAll(strategy.order(present));
        }
        return new SeatingResult.Seated(rows);
    }

    public SeatingResult reseat(Long leaving) {
        log.info("reseating without {}", leaving);
        throw new UnsupportedOperationException("not implemented");
    }

    private static int distance(int deskA, int deskB) {
        return Math.abs(deskA - deskB);
    }
}
