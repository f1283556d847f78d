package org.orchestra.rehearsal.domain;

import java.util.List;
import java.util.Map;

/** What came of seating the orchestra. */
public sealed interface SeatingResult permits SeatingResult.Seated, SeatingResult.TooFew {

    record Seated(Map<String, List<String>> rows) implements SeatingResult {}

    record TooFew(Section section, int present) implements SeatingResult {
        public TooFew {
            if (present < 0) {
                throw new IllegalArgumentException("present");
            }
        }

        int lacking() {
            return section.minimum() - present;
        }
    }

    default String describe() {
        if (this instanceof TooFew few) {
            return few.section() + " lacks " + few.lacking();
        }
        return "seated";
    }
}
