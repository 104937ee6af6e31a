package org.ancregistry.portals.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A chart laid out on a frame of 360 × 178 units: what the SVG fragment writes, one element each. Numbers are rounded to a
 * tenth of a unit, which is far below a pixel and keeps the page small.
 */
public record Drawing(
        List<Shape> bands,
        List<Rule> rules,
        List<Rule> grid,
        List<Label> weeks,
        @Nullable String todayX,
        List<Shape> lines,
        List<Dot> dots,
        List<Label> lastValues,
        @Nullable Shape expected,
        List<Label> expectedValues) {

    static final double LEFT = 34;
    static final double RIGHT = 350;
    static final double TOP = 8;
    static final double BOTTOM = 148;
    private static final double TERM = 40;

    /** A path. */
    public record Shape(String style, String path) {}

    /** A line across the frame, or a part of it, with its label. */
    public record Rule(
            String x1, String x2, String y, String labelX, String labelY, String label, boolean labelAtEnd) {}

    /** Words beside a point: to its right, or to its left where they would leave the frame. */
    public record Label(String x, String y, String text, boolean before) {}

    /** A reading: a filled or hollow point, or a square when it is out of range. */
    public record Dot(String style, String x, String y, boolean square, boolean hollow) {}

    static Drawing of(Chart chart) {
        var frame = new Frame(
                chart.axis().fitting(values(chart)), Math.max(TERM, Math.min(Axis.LAST_WEEK, lastWeek(chart))));
        var crowd = Crowd.of(chart.lines(), frame);
        var expected = chart.expected();
        return new Drawing(
                chart.bands().stream().map(frame::band).toList(),
                chart.thresholds().stream()
                        .map(threshold -> frame.threshold(threshold, crowd))
                        .toList(),
                frame.axis().ticks().stream().map(frame::gridLine).toList(),
                frame.weekLabels(),
                chart.today().isPresent() ? frame.x(chart.today().getAsDouble()) : null,
                chart.lines().stream()
                        .filter(line -> line.readings().size() > 1)
                        .map(frame::line)
                        .toList(),
                chart.lines().stream()
                        .flatMap(line -> frame.dots(line).stream())
                        .toList(),
                chart.lines().stream()
                        .filter(line -> !line.readings().isEmpty())
                        .map(frame::lastValue)
                        .toList(),
                expected == null ? null : frame.bar(expected),
                expected == null ? List.of() : frame.barValues(expected));
    }

    private static DoubleStream values(Chart chart) {
        var expected = chart.expected();
        var read = chart.lines().stream()
                .flatMap(line -> line.readings().stream())
                .map(Reading::value)
                .mapToDouble(BigDecimal::doubleValue);
        return expected == null ? read : DoubleStream.concat(read, DoubleStream.of(expected.low(), expected.high()));
    }

    private static double lastWeek(Chart chart) {
        return chart.lines().stream()
                .flatMap(line -> line.readings().stream())
                .mapToDouble(Reading::week)
                .max()
                .orElse(TERM);
    }
}
