package org.ancregistry.portals.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One chart as a page asks for it; {@link #drawn()} lays it out.
 *
 * @param id unique on the page; the SVG's title and description hang on it
 * @param title for screen readers and the figure's caption
 * @param description what the readings do, in one sentence
 * @param unit as people write it
 * @param weeksLabel “weeks of pregnancy” in the reader's language
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
        OptionalDouble today) {

    public Chart {
        bands = List.copyOf(bands);
        thresholds = List.copyOf(thresholds);
        lines = List.copyOf(lines);
    }

    /** Whether there is anything to show: a chart without readings is a sentence, not an empty frame. */
    public boolean empty() {
        return lines.stream().allMatch(line -> line.readings().isEmpty());
    }

    public Drawing drawn() {
        return Drawing.of(this);
    }
}
