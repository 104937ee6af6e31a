package org.ancregistry.domain.rules;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a condition holds, and what says so. There are some hundreds of them in one assessment: they share their sets,
 * which nobody changes, instead of copying them.
 *
 * @param truth yes, no or unknown
 * @param facts those that decided it
 * @param missing the fields that would have to be known to decide it
 */
record Verdict(Truth truth, Set<Fact> facts, Set<String> missing) {

    static Verdict of(boolean yes) {
        return new Verdict(Truth.of(yes), Set.of(), Set.of());
    }

    static Verdict of(boolean yes, Fact... facts) {
        return new Verdict(Truth.of(yes), set(List.of(facts)), Set.of());
    }

    static Verdict unknown(String... missing) {
        return new Verdict(Truth.UNKNOWN, Set.of(), set(List.of(missing)));
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
        var mine = decided == Truth.UNKNOWN || truth == decided;
        var theirs = decided == Truth.UNKNOWN || other.truth == decided;
        if (mine && theirs) {
            return new Verdict(decided, together(facts, other.facts), together(missing, other.missing));
        }
        return mine ? this : other;
    }

    private static <T> Set<T> together(Set<T> one, Set<T> other) {
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return one.isEmpty() ? other : one;
        }
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return Collections.unmodifiableSet(all);
    }

    private static <T> Set<T> set(List<T> elements) {
        return elements.size() == 1
                ? Set.of(elements.get(0))
                : Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }
}
