package org.ancregistry.portals.chart;

import static org.ancregistry.portals.chart.Drawing.BOTTOM;
import static org.ancregistry.portals.chart.Drawing.LEFT;
import static org.ancregistry.portals.chart.Drawing.RIGHT;
import static org.ancregistry.portals.chart.Drawing.TOP;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ancregistry.portals.chart.Drawing.Dot;
import org.ancregistry.portals.chart.Drawing.Label;
import org.ancregistry.portals.chart.Drawing.Rule;
import org.ancregistry.portals.chart.Drawing.Shape;

/** Where weeks and values lie on the frame. */
record Frame(Axis axis, double lastWeek) {

    /** From here on the newest value's number would leave the frame to the right of its point. */
    private static final double LAST_ROOM = 326;

    private static final double CAP = 5;

    double across(double week) {
        var within = Math.max(Axis.FIRST_WEEK, Math.min(lastWeek, week));
        return LEFT + (RIGHT - LEFT) * (within - Axis.FIRST_WEEK) / (lastWeek - Axis.FIRST_WEEK);
    }

    double height(double value) {
        var within = Math.max(axis.low(), Math.min(axis.high(), value));
        return BOTTOM - (BOTTOM - TOP) * (within - axis.low()) / (axis.high() - axis.low());
    }

    String x(double week) {
        return tenth(across(week));
    }

    String y(double value) {
        return tenth(height(value));
    }

    Shape band(Band band) {
        var path = "M" + x(band.fromWeek()) + " " + y(band.lowAtStart()) + "L" + x(band.toWeek()) + " "
                + y(band.lowAtEnd()) + "L" + x(band.toWeek()) + " " + y(band.highAtEnd()) + "L" + x(band.fromWeek())
                + " " + y(band.highAtStart()) + "Z";
        return new Shape("band " + band.tone().name().toLowerCase(Locale.ROOT), path);
    }

    Rule threshold(Threshold threshold, Crowd crowd) {
        var height = height(threshold.value());
        var from = across(threshold.fromWeek());
        var to = across(threshold.toWeek());
        var place = crowd.place(threshold, from, to, height);
        return new Rule(
                tenth(from),
                tenth(to),
                tenth(height),
                tenth(place.atEnd() ? to - 2 : from + 4),
                tenth(place.y()),
                threshold.label(),
                place.atEnd());
    }

    Rule gridLine(double value) {
        var height = height(value);
        return new Rule(
                tenth(LEFT), tenth(RIGHT), tenth(height), tenth(LEFT - 5), tenth(height + 4), tenth(value), true);
    }

    List<Label> weekLabels() {
        return DoubleStream.iterate(Axis.FIRST_WEEK, week -> week <= lastWeek, week -> week + 4)
                .mapToObj(week -> new Label(x(week), tenth(BOTTOM + 14), tenth(week), false))
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
        return new Label(
                x(last.week()), tenth(height + below), last.value().toPlainString(), across(last.week()) > LAST_ROOM);
    }

    Shape bar(Bar bar) {
        var x = across(bar.week());
        var path = Stream.of(bar.low(), bar.high())
                .map(end -> "M" + tenth(x - CAP) + " " + y(end) + "H" + tenth(x + CAP))
                .collect(Collectors.joining());
        return new Shape("expected", "M" + tenth(x) + " " + y(bar.low()) + "V" + y(bar.high()) + path);
    }

    List<Label> barValues(Bar bar) {
        return Stream.of(bar.low(), bar.high())
                .map(end -> new Label(x(bar.week()), tenth(height(end) + 4), tenth(end), true))
                .toList();
    }

    private static String style(Line line) {
        return line.second() ? "dia" : "sys";
    }

    private static String tenth(double number) {
        var rounded = Math.round(number * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
