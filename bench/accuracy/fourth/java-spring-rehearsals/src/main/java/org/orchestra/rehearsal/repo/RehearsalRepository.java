package org.orchestra.rehearsal.repo;

import java.time.LocalDateTime;
import java.util.List;
import org.orchestra.rehearsal.domain.Rehearsal;
import org.springframework.data.jpa.repository.JpaRepository;

public interface RehearsalRepository extends JpaRepository<Rehearsal, Long> {
    List<Rehearsal> findByStartsAtAfterOrderByStartsAt(LocalDateTime when);
}
