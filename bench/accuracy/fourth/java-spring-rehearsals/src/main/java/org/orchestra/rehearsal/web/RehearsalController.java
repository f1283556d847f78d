package org.orchestra.rehearsal.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.orchestra.rehearsal.domain.Rehearsal;
import org.orchestra.rehearsal.repo.PlayerRepository;
import org.orchestra.rehearsal.repo.RehearsalRepository;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/rehearsals")
@RequiredArgsConstructor
public class RehearsalController {
    static final String MUSIC = "/{id}/music";

    private final RehearsalRepository rehearsals;
    private final PlayerRepository players;
    private final Clock clock;

    @GetMapping
    public List<RehearsalView> upcoming() {
        return rehearsals.findByStartsAtAfterOrderByStartsAt(LocalDateTime.now(clock)).stream()
                .map(RehearsalView::of)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public RehearsalView plan(@RequestBody PlanRequest request) {
        var rehearsal = Rehearsal.builder().startsAt(request.startsAt()).hall(request.hall()).build();
        return RehearsalView.of(rehearsals.save(rehearsal));
    }

    @PutMapping("/{id}/absences/{playerId}")
    public ResponseEntity<Void> excuse(@PathVariable Long id, @PathVariable Long playerId) {
        var rehearsal = rehearsals.findById(id).orElseThrow();
        rehearsal.excuse(players.getReferenceById(playerId));
        rehearsals.save(rehearsal);
        return ResponseEntity.noContent().build();
    }

    @PatchMapping("/{id}")
    public ResponseEntity<RehearsalView> change(@PathVariable Long id) {
        return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).build();
    }

    @GetMapping(MUSIC)
    public List<String> music(@PathVariable Long id) {
        return List.of("Sinfonia no. " + id);
    }

    // @DeleteMapping("/{id}")
    // public void cancel(@PathVariable Long id) { rehearsals.deleteById(id); }

    public record PlanRequest(LocalDateTime startsAt, String hall) {}

    public record RehearsalView(Long id, String hall, int absent) {
        static RehearsalView of(Rehearsal r) {
            return new RehearsalView(r.getId(), r.getHall(), r.getAbsences().size());
        }
    }
}
