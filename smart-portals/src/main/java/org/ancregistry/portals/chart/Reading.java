package org.ancregistry.portals.chart;

import java.math.BigDecimal;

/**
 * One value on a chart.
 *
 * @param taken what it was taken at: two lines' values that were taken together say the same
 * @param week completed weeks of pregnancy with the days as a fraction, 31.57 for 31 weeks 4 days
 * @param weekText the same for people, {@code 31+4}
 * @param value in the chart's unit
 * @param range where it lies; it is marked at or beyond a named threshold
 */
public record Reading(String taken, double week, String weekText, BigDecimal value, Range range) {

    public boolean outOfRange() {
        return range.isOut();
    }
}
