package org.orchestra.rehearsal.domain;

public enum Section {
    STRINGS("front") {
        @Override
        public int minimum() {
            return 12;
        }
    },
    WOODWIND("middle"),
    BRASS("back"),
    PERCUSSION("back");

    private final String row;

    Section(String row) {
        this.row = row;
    }

    public int minimum() {
        return 2;
    }

    public String row() {
        return row;
    }
}
