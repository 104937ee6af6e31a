package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.portals.record.VisitPart.Value;

/**
 * What was measured last of something, and when.
 *
 * @param value with a mark where it is out of range
 */
public record LastValue(Value value, LocalDate on) {

    /**
     * Blood pressure first, then whatever else was measured or found.
     *
     * @param shown names of the findings that the reader is shown, in that order
     */
    public static List<LastValue> of(MotherRecord record, List<String> shown, OutOfRange range) {
        return Stream.concat(
                        pressure(record, range).stream(),
                        shown.stream().flatMap(name -> last(record, name, range).stream()))
                .toList();
    }

    private static Optional<LastValue> last(MotherRecord record, String name, OutOfRange range) {
        return record.latest(name)
                .filter(finding -> finding.on() != null)
                .map(finding -> new LastValue(
                        new Value(name, null, finding, range.mark(finding, record)),
                        Objects.requireNonNull(finding.on())));
    }

    /**
     * Of the newest contact at which it was taken. Where it was taken twice, the second counts: the first is often high of
     * haste.
     */
    private static Optional<LastValue> pressure(MotherRecord record, OutOfRange range) {
        var parts = new VisitParts(List.of(), range, record.pregnancy());
        return record.validVisits().stream()
                .flatMap(visit -> parts.of(visit).values().stream()
                        .filter(value -> value.pressure() != null)
                        .reduce((first, second) -> second)
                        .map(value -> new LastValue(value, visit.start().toLocalDate()))
                        .stream())
                .findFirst();
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "LastValue[" + value.name() + "]";
    }
}
