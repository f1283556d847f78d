package org.example.parcels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.example.parcels.domain.DuplicateParcelException;
import org.example.parcels.domain.Parcel;
import org.example.parcels.domain.Tracker;
import org.junit.jupiter.api.Test;

class TrackerTest {

    private final Tracker tracker = new Tracker();

    @Test
    void findsWhatWasAdded() {
        Parcel parcel = new ParcelBuilder().grams(100).build();
        tracker.add(parcel);
        assertEquals(parcel, tracker.find("T-1").orElseThrow());
    }

    @Test
    void refusesTheSameCodeTwice() {
        tracker.add(new ParcelBuilder().build());
        assertThrows(DuplicateParcelException.class, () -> tracker.add(new ParcelBuilder().build()));
    }

    static class ParcelBuilder {
        private int grams = 1;

        ParcelBuilder grams(int value) {
            grams = value;
            return this;
        }

        Parcel build() {
            return new Parcel("T-1", grams, Parcel.Size.LETTER);
        }
    }
}
