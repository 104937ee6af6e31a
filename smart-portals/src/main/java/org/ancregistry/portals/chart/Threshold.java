package org.ancregistry.portals.chart;

/**
 * A named line across the chart.
 *
 * @param value in the chart's unit
 * @param label what it is, in the reader's language, value included; empty where a line beside it says so already
 * @param labelAtEnd whether the label stands at the right end, as long as no reading is in its way there
 * @param fromWeek where the line begins
 * @param toWeek where it ends
 */
public record Threshold(double value, String label, boolean labelAtEnd, double fromWeek, double toWeek) {

    /** The same at every week. */
    public Threshold(double value, String label, boolean labelAtEnd) {
        this(value, label, labelAtEnd, 0, Axis.LAST_WEEK);
    }
}
