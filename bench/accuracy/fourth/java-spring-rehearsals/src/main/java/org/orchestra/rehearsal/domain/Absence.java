package org.orchestra.rehearsal.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import lombok.Value;
import lombok.experimental.NonFinal;

@Entity
@Table(name = "absences")
@NoArgsConstructor(access = AccessLevel.PROTECTED, force = true)
@Value
@NonFinal
public class Absence {
    @Id
    @GeneratedValue
    @NonFinal
    Long id;

    @ManyToOne
    Rehearsal rehearsal;

    @ManyToOne
    Player player;

    Absence(Rehearsal rehearsal, Player player) {
        this.id = null;
        this.rehearsal = rehearsal;
        this.player = player;
    }
}
