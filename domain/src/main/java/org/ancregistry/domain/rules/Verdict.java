package org.ancregistry.domain.rules;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a condition holds, and what says so.
 *
 * @param truth yes, no or unknown
 * @param facts those that decided it
 * @param missing the fields that would have to be known to decide it
 */
record Verdict(Truth truth, Set<Fact> facts, Set<String> missing) {

    Verdict {
        facts = Collections.unmodifiableSet(new LinkedHashSet<>(facts));
        missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
    }

    static Verdict of(boolean yes, Fact... facts) {
        return new Verdict(Truth.of(yes), new LinkedHashSet<>(List.of(facts)), Set.of());
    }

    static Verdict unknown(String... missing) {
        return new Verdict(Truth.UNKNOWN, Set.of(), new LinkedHashSet<>(List.of(missing)));
    }

    boolean yes() {
        return truth == Truth.YES;
    }

    boolean no() {
        return truth == Truth.NO;
    }

    Verdict and(Verdict other) {
        return joined(other, truth.and(other.truth));
    }

    Verdict or(Verdict other) {
        return joined(other, truth.or(other.truth));
    }

    Verdict not() {
        return new Verdict(truth.not(), facts, missing);
    }

    /** Only those who agree with the decision are named; as long as nothing is decided, all are. */
    private Verdict joined(Verdict other, Truth decided) {
        var named = Stream.of(this, other)
                .filter(side -> decided == Truth.UNKNOWN || side.truth == decided)
                .toList();
        var used = new LinkedHashSet<Fact>();
        var lacking = new LinkedHashSet<String>();
        named.forEach(side -> {
            used.addAll(side.facts);
            lacking.addAll(side.missing);
        });
        return new Verdict(decided, used, lacking);
    }
}
