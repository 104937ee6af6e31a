package org.ancregistry.portals.chart;

/** Where a value lies; the words are the last part of the pages' messages. */
public enum Range {
    VERY_HIGH("veryHigh"),
    VERY_LOW("veryLow"),
    HIGH("high"),
    LOW("low"),
    /** Nobody says what its range is. */
    UNKNOWN("unknown"),
    IN("in");

    private final String word;

    Range(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean isOut() {
        return this != UNKNOWN && this != IN;
    }
}
