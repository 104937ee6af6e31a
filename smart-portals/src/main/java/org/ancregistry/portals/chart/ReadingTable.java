package org.ancregistry.portals.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The numbers of several charts in one table for paper, where nobody can open one beside each chart: weeks stand across,
 * and what was measured in them stands below each other.
 *
 * @param weeks {@code 31+4}, earliest first; a week with two readings of a kind stands there twice
 */
public record ReadingTable(List<String> weeks, List<Row> rows) {

    /** As many weeks as go side by side on a sheet. */
    static final int ACROSS = 12;

    public ReadingTable {
        weeks = List.copyOf(weeks);
        rows = List.copyOf(rows);
    }

    /**
     * One line of a chart.
     *
     * @param name of the chart, of its line where it has two, and its unit
     * @param readings empty for a week in which it was not measured
     */
    public record Row(String name, List<Optional<Reading>> readings) {

        public Row {
            readings = List.copyOf(readings);
        }
    }

    /** A week, and which reading of it. */
    private record Column(double week, String text, int which) implements Comparable<Column> {

        @Override
        public int compareTo(Column other) {
            return week == other.week ? Integer.compare(which, other.which) : Double.compare(week, other.week);
        }
    }

    /** As many tables as the weeks need, earliest first; none where nothing was measured. */
    public static List<ReadingTable> of(List<Chart> charts) {
        var lines = new LinkedHashMap<String, Map<Column, Reading>>();
        charts.forEach(chart -> chart.lines().stream()
                .filter(line -> !line.readings().isEmpty())
                .forEach(line -> lines.put(name(chart, line), placed(line))));
        var columns = lines.values().stream()
                .flatMap(readings -> readings.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        return IntStream.iterate(0, from -> from < columns.size(), from -> from + ACROSS)
                .mapToObj(from -> columns.subList(from, Math.min(columns.size(), from + ACROSS)))
                .map(some -> table(some, lines))
                .toList();
    }

    private static String name(Chart chart, Line line) {
        var which = chart.lines().size() > 1 ? ", " + line.name() : "";
        return chart.title() + which + " (" + chart.unit() + ")";
    }

    private static Map<Column, Reading> placed(Line line) {
        var met = new HashMap<String, Integer>();
        var placed = new TreeMap<Column, Reading>();
        line.readings()
                .forEach(reading -> placed.put(
                        new Column(reading.week(), reading.weekText(), met.merge(reading.weekText(), 1, Integer::sum)),
                        reading));
        return placed;
    }

    private static ReadingTable table(List<Column> columns, Map<String, Map<Column, Reading>> lines) {
        var rows = new ArrayList<Row>();
        lines.forEach((name, readings) -> rows.add(new Row(
                name,
                columns.stream()
                        .map(column -> Optional.ofNullable(readings.get(column)))
                        .toList())));
        return new ReadingTable(columns.stream().map(Column::text).toList(), rows);
    }
}
