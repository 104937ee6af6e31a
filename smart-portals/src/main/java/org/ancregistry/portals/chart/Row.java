package org.ancregistry.portals.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was read at one time, for the chart's table of numbers.
 *
 * @param readings one for each line of the chart, in their order; empty where that was not taken
 */
public record Row(String weekText, List<Optional<Reading>> readings) {

    public Row {
        readings = List.copyOf(readings);
    }

    /** Oldest first. */
    static List<Row> of(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.readings().stream())
                .sorted(Comparator.comparingDouble(Reading::week))
                .map(reading -> new Time(reading.taken(), reading.weekText()))
                .distinct()
                .map(time -> new Row(
                        time.weekText(),
                        lines.stream().map(line -> line.takenAt(time.taken())).toList()))
                .toList();
    }

    private record Time(String taken, String weekText) {}
}
