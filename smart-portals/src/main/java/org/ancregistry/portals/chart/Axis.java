package org.ancregistry.portals.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The values that a chart's height stands for. It grows by whole steps until every reading fits, so that an extreme value
 * is drawn where it is and not cut off.
 *
 * @param low the value at the bottom
 * @param high the value at the top
 * @param step between two grid lines
 */
public record Axis(double low, double high, double step) {

    static final double FIRST_WEEK = 8;
    static final double LAST_WEEK = 42;

    public Axis {
        if (low >= high || step <= 0) {
            throw new IllegalArgumentException("An axis rises, in positive steps.");
        }
    }

    Axis fitting(DoubleStream values) {
        var range = values.summaryStatistics();
        if (range.getCount() == 0) {
            return this;
        }
        var lower = low - step * Math.max(0, Math.ceil((low - range.getMin()) / step));
        var upper = high + step * Math.max(0, Math.ceil((range.getMax() - high) / step));
        return new Axis(lower, upper, step);
    }

    List<Double> ticks() {
        return DoubleStream.iterate(low, tick -> tick <= high + step / 1000, tick -> tick + step)
                .boxed()
                .toList();
    }
}
