package org.ancregistry.domain.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares every name of one description with every name of the other and keeps the best. */
final class Names {

    /** Two names and how they agree. */
    record Best(NameWords given, NameWords recorded, NameAgreement agreement) {}

    private Names() {}

    /** Empty when a side has no name or the two have none in scripts that can be compared. */
    static Optional<Best> best(List<NameWords> given, List<NameWords> recorded, MatchingParameters parameters) {
        return given.stream()
                .flatMap(one -> recorded.stream().flatMap(other -> compare(one, other).stream()))
                .max(Comparator.<Best>comparingDouble(best -> best.agreement().bits(parameters))
                        .thenComparing(best -> best.agreement().same()));
    }

    private static Optional<Best> compare(NameWords given, NameWords recorded) {
        return given.script() != recorded.script()
                ? Optional.empty()
                : Optional.of(new Best(given, recorded, NameAgreement.of(given, recorded)));
    }
}
