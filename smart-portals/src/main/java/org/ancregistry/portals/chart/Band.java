package org.ancregistry.portals.chart;

/**
 * A coloured area behind the points: a reference range that may change with the weeks.
 *
 * @param tone what it means
 * @param fromWeek where it begins
 * @param toWeek where it ends
 * @param lowAtStart lower edge at {@code fromWeek}, in the chart's unit; the others likewise
 */
public record Band(
        Tone tone,
        double fromWeek,
        double toWeek,
        double lowAtStart,
        double highAtStart,
        double lowAtEnd,
        double highAtEnd) {

    /** How a band is coloured. Colour is never the only sign: thresholds are named in words. */
    public enum Tone {
        OK,
        AMBER,
        RED
    }

    /** The same range at every week. */
    public static Band flat(Tone tone, double low, double high) {
        return new Band(tone, 0, Axis.LAST_WEEK, low, high, low, high);
    }

    /** The same range from one week to another. */
    public static Band flat(Tone tone, double fromWeek, double toWeek, double low, double high) {
        return new Band(tone, fromWeek, toWeek, low, high, low, high);
    }

    /** A range that rises one unit a week: weeks plus or minus {@code spread}. */
    public static Band alongWeeks(Tone tone, double fromWeek, double toWeek, double spread) {
        return new Band(tone, fromWeek, toWeek, fromWeek - spread, fromWeek + spread, toWeek - spread, toWeek + spread);
    }
}
