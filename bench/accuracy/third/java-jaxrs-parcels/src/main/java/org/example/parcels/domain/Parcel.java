package org.example.parcels.domain;

public record Parcel(String code, int grams, Size size) {

    public Parcel {
        if (grams <= 0) {
            throw new IllegalArgumentException("a parcel weighs something");
        }
    }

    public enum Size { LETTER, SMALL, BULKY }

    public boolean isHeavy() {
        return grams > 20_000;
    }
}
