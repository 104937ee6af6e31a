package org.ancregistry.server.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.server.worklist.Fact.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the facts of one pregnancy: when she should come next.
 *
 * @param opens the first day on which her next contact is in time; absent when nothing is planned any more
 * @param closes the last such day
 */
record Next(
        @Nullable LocalDate edd,
        @Nullable LocalDate lastContact,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes) {

    private static final Set<Kind> EXPECTED = Set.of(Kind.PLANNED, Kind.BOOKED, Kind.MISSED);

    /**
     * A contact answers everything that was open on its day; the first thing that opens after it is next.
     *
     * @param facts in the order in which they were noted: of several dates of delivery the one said last is in use, and of
     *     one day the one noted last
     */
    static Next of(List<Fact> facts) {
        var lastContact = of(facts, Kind.CONTACT)
                .map(Fact::closes)
                .max(Comparator.naturalOrder())
                .orElse(null);
        var edd = of(facts, Kind.EDD)
                .reduce((one, other) -> other.opens().isBefore(one.opens()) ? one : other)
                .map(Fact::closes)
                .orElse(null);
        var planned = open(facts.stream()
                        .filter(fact -> EXPECTED.contains(fact.kind()))
                        .filter(fact -> lastContact == null || fact.opens().isAfter(lastContact))
                        .toList())
                .min(Comparator.comparing(Fact::opens).thenComparing(Fact::closes));
        return new Next(
                edd,
                lastContact,
                planned.map(Fact::opens).orElse(null),
                planned.map(Fact::closes).orElse(null));
    }

    /**
     * What she missed is still to be done, until she is given a day after it: that day answers what was open until then. A
     * day that she had before is another matter.
     */
    private static Stream<Fact> open(List<Fact> expected) {
        var missed = of(expected, Kind.MISSED)
                .map(Fact::closes)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        var told = of(expected, Kind.MISSED)
                .map(Fact::said)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        var givenAnew = !missed.equals(LocalDate.MIN)
                && of(expected, Kind.BOOKED)
                        .anyMatch(day ->
                                day.opens().isAfter(missed) && !day.said().isBefore(told));
        return expected.stream().filter(fact -> !givenAnew || fact.opens().isAfter(missed));
    }

    private static Stream<Fact> of(List<Fact> facts, Kind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind);
    }
}
