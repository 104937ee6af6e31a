package org.ancregistry.portals.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
        List<Label> lastValues) {

    static final double LEFT = 34;
    static final double RIGHT = 350;
    static final double TOP = 8;
    static final double BOTTOM = 148;
    private static final double TERM = 40;

    /** A path. */
    public record Shape(String style, String path) {}

    /** A line across the frame with its label. */
    public record Rule(String y, String labelY, String label, boolean labelAtEnd) {}

    public record Label(String x, String y, String text) {}

    /** A reading: a filled or hollow point, or a square when it is out of range. */
    public record Dot(String style, String x, String y, boolean square, boolean hollow) {}

    static Drawing of(Chart chart) {
        var frame = new Frame(
                chart.axis().fitting(values(chart)), Math.max(TERM, Math.min(Axis.LAST_WEEK, lastWeek(chart))));
        return new Drawing(
                chart.bands().stream().map(frame::band).toList(),
                chart.thresholds().stream().map(frame::threshold).toList(),
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
                        .toList());
    }

    private static DoubleStream values(Chart chart) {
        return chart.lines().stream()
                .flatMap(line -> line.readings().stream())
                .map(Reading::value)
                .mapToDouble(BigDecimal::doubleValue);
    }

    private static double lastWeek(Chart chart) {
        return chart.lines().stream()
                .flatMap(line -> line.readings().stream())
                .mapToDouble(Reading::week)
                .max()
                .orElse(TERM);
    }

    /** Where weeks and values lie on the frame. */
    private record Frame(Axis axis, double lastWeek) {

        String x(double week) {
            var within = Math.max(Axis.FIRST_WEEK, Math.min(lastWeek, week));
            return tenth(LEFT + (RIGHT - LEFT) * (within - Axis.FIRST_WEEK) / (lastWeek - Axis.FIRST_WEEK));
        }

        double height(double value) {
            var within = Math.max(axis.low(), Math.min(axis.high(), value));
            return BOTTOM - (BOTTOM - TOP) * (within - axis.low()) / (axis.high() - axis.low());
        }

        String y(double value) {
            return tenth(height(value));
        }

        Shape band(Band band) {
            var path = "M" + x(band.fromWeek()) + " " + y(band.lowAtStart()) + "L" + x(band.toWeek()) + " "
                    + y(band.lowAtEnd()) + "L" + x(band.toWeek()) + " " + y(band.highAtEnd()) + "L"
                    + x(band.fromWeek()) + " " + y(band.highAtStart()) + "Z";
            return new Shape("band " + band.tone().name().toLowerCase(Locale.ROOT), path);
        }

        Rule threshold(Threshold threshold) {
            var height = height(threshold.value());
            return new Rule(tenth(height), tenth(height - 3), threshold.label(), threshold.labelAtEnd());
        }

        Rule gridLine(double value) {
            var height = height(value);
            return new Rule(tenth(height), tenth(height + 4), tenth(value), false);
        }

        List<Label> weekLabels() {
            return DoubleStream.iterate(Axis.FIRST_WEEK, week -> week <= lastWeek, week -> week + 4)
                    .mapToObj(week -> new Label(x(week), tenth(BOTTOM + 14), tenth(week)))
                    .toList();
        }

        Shape line(Line line) {
            var path = line.readings().stream()
                    .map(reading -> x(reading.week()) + " " + y(reading.value().doubleValue()))
                    .collect(Collectors.joining("L", "M", ""));
            return new Shape("line " + style(line), path);
        }

        List<Dot> dots(Line line) {
            return line.readings().stream()
                    .map(reading -> new Dot(
                            style(line),
                            x(reading.week()),
                            y(reading.value().doubleValue()),
                            reading.outOfRange(),
                            line.second()))
                    .toList();
        }

        Label lastValue(Line line) {
            var last = line.readings().get(line.readings().size() - 1);
            var height = height(last.value().doubleValue());
            var below = line.second() ? 13 : -7;
            return new Label(x(last.week()), tenth(height + below), last.value().toPlainString());
        }

        private static String style(Line line) {
            return line.second() ? "dia" : "sys";
        }

        private static String tenth(double number) {
            var rounded = Math.round(number * 10) / 10.0;
            return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
        }
    }
}
