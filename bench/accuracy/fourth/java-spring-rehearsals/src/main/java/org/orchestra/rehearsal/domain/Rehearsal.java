package org.orchestra.rehearsal.domain;

import jakarta.persistence.*;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@Entity
@Table(name = "rehearsals")
public class Rehearsal {
    @Id @GeneratedValue private Long id;
    private LocalDateTime startsAt;
    private String hall;

    @OneToMany(mappedBy = "rehearsal", cascade = CascadeType.ALL)
    private List<Absence> absences = new ArrayList<>();

    protected Rehearsal() {}

    private Rehearsal(Builder builder) {
        this.startsAt = builder.startsAt;
        this.hall = builder.hall;
    }

    public static Builder builder() {
        return new Builder();
    }

    public Long getId() { return id; }

    public LocalDateTime getStartsAt() { return startsAt; }

    public String getHall() { return hall; }

    public List<Absence> getAbsences() { return Collections.unmodifiableList(absences); }

    public Absence excuse(Player player) {
        Absence absence = new Absence(this, player);
        absences.add(absence);
        return absence;
    }

    public void moveTo(String otherHall) {
        // TODO check that the hall is free, then move
    }

    public static final class Builder {
        private LocalDateTime startsAt;
        private String hall = "main";

        public Builder startsAt(LocalDateTime value) {
            this.startsAt = value;
            return this;
        }

        public Builder hall(String value) {
            this.hall = value;
            return this;
        }

        public Rehearsal build() {
            if (startsAt == null) {
                throw new IllegalStateException("startsAt");
            }
            return new Rehearsal(this);
        }
    }
}
