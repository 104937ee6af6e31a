package org.ancregistry.portals.chart;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One chart as a page asks for it; {@link #drawn()} lays it out.
 *
 * @param id unique on the page; the SVG's title and description hang on it
 * @param title for screen readers and the figure's caption
 * @param description what the readings do, in one sentence
 * @param unit as people write it
 * @param weeksLabel “weeks of pregnancy” in the reader's language
 * @param expected what is expected at the end, where somebody says so of her
 * @param source where the lines and bands come from, in the reader's language; absent where there is none
 */
public record Chart(
        String id,
        String title,
        String description,
        String unit,
        String weeksLabel,
        Axis axis,
        List<Band> bands,
        List<Threshold> thresholds,
        List<Line> lines,
        OptionalDouble today,
        @Nullable Bar expected,
        @Nullable String source) {

    public Chart {
        bands = List.copyOf(bands);
        thresholds = List.copyOf(thresholds);
        lines = List.copyOf(lines);
    }

    /** Whether there is anything to show: a chart without readings is a sentence, not an empty frame. */
    public boolean empty() {
        return lines.stream().allMatch(line -> line.readings().isEmpty());
    }

    /** Its numbers, those that were taken together in one row. */
    public List<Row> rows() {
        return Row.of(lines);
    }

    /** The newest reading as people write it, {@code 144/94} where a chart has two lines. Not for an empty chart. */
    public String latestValue() {
        return newest().map(reading -> reading.value().toPlainString()).collect(Collectors.joining("/"));
    }

    /** When it was: {@code 31+4}. */
    public String latestWeek() {
        return newest().map(Reading::weekText).findFirst().orElse("");
    }

    /** Of two numbers the graver. */
    public Range latestRange() {
        return newest().map(Reading::range).min(Comparator.naturalOrder()).orElse(Range.UNKNOWN);
    }

    /** Of the same contact: a line that was not measured then has no say. */
    private Stream<Reading> newest() {
        var readings = lines.stream()
                .filter(line -> !line.readings().isEmpty())
                .map(line -> line.readings().get(line.readings().size() - 1))
                .toList();
        return readings.stream()
                .max(Comparator.comparingDouble(Reading::week))
                .map(last -> readings.stream().filter(reading -> reading.taken().equals(last.taken())))
                .orElse(Stream.empty());
    }

    public Drawing drawn() {
        return Drawing.of(this);
    }
}
