package org.ancregistry.portals.chart;

import java.util.List;
import java.util.Optional;

/**
 * Readings of one kind, oldest first.
 *
 * @param name for the key and the head of the numbers' column, in the reader's language
 * @param second whether it is a chart's second line, drawn dashed with hollow points
 * @param readings oldest first
 */
public record Line(String name, boolean second, List<Reading> readings) {

    public Line {
        readings = List.copyOf(readings);
    }

    Optional<Reading> takenAt(String taken) {
        return readings.stream()
                .filter(reading -> reading.taken().equals(taken))
                .findFirst();
    }
}
