package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the child is expected, by what, and when it was expected before.
 *
 * @param source WHO's code of what it rests on: the last period or a scan
 * @param before the due date that was in use before; absent where it never changed
 * @param changed the day on which it changed
 */
public record DueDate(
        LocalDate edd,
        @Nullable String source,
        @Nullable LocalDate before,
        @Nullable LocalDate changed) {

    /** Empty while nobody knows how far she is. */
    public static Optional<DueDate> of(MotherRecord record) {
        return record.pregnancy()
                .flatMap(pregnancy -> Optional.ofNullable(pregnancy.edd())
                        .map(edd -> dueDate(edd, found(record, pregnancy).toList())));
    }

    /** What was said before belongs to an earlier pregnancy. */
    private static Stream<Finding> found(MotherRecord record, Pregnancy pregnancy) {
        var since = pregnancy.since();
        return record.findings().stream()
                .filter(finding ->
                        since == null || finding.on() == null || !finding.on().isBefore(since));
    }

    private static DueDate dueDate(LocalDate edd, List<Finding> found) {
        var source = found.stream()
                .filter(finding -> finding.is("ga_source"))
                .reduce((earlier, later) -> later)
                .map(Finding::answerCode)
                .orElse(null);
        var other = last(found, edd);
        var changed = other == null
                ? null
                : found.stream()
                        .skip(found.indexOf(other))
                        .filter(finding -> finding.is("edd") && edd.equals(finding.date()))
                        .findFirst()
                        .map(Finding::on)
                        .orElse(null);
        return new DueDate(edd, source, other == null ? null : other.date(), changed);
    }

    private static @Nullable Finding last(List<Finding> found, LocalDate edd) {
        return found.stream()
                .filter(finding -> finding.is("edd") && finding.date() != null && !edd.equals(finding.date()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
