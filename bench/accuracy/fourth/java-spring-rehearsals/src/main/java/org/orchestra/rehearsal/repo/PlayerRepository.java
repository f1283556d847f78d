package org.orchestra.rehearsal.repo;

import java.util.List;
import java.util.Optional;
import org.orchestra.rehearsal.domain.Player;
import org.orchestra.rehearsal.domain.Section;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface PlayerRepository extends JpaRepository<Player, Long> {

    List<Player> findBySection(Section section);

    @Query("select p from Player p where lower(p.name) = lower(:name)")
    Optional<Player> findByNameIgnoringCase(String name);
}
