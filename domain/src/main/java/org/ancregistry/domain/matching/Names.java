package org.ancregistry.domain.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.person.PersonName;

/** Compares every name of one description with every name of the other, in each script, and keeps the best. */
final class Names {

    /** Two names and how they agree. */
    record Best(PersonName given, PersonName recorded, NameAgreement agreement) {}

    private Names() {}

    /** Empty when a side has no name or the two have none in the same script. */
    static Optional<Best> best(List<PersonName> given, List<PersonName> recorded) {
        return given.stream()
                .flatMap(one -> recorded.stream().flatMap(other -> compare(one, other).stream()))
                .max(Comparator.<Best>comparingDouble(best -> best.agreement().bits())
                        .thenComparing(best -> best.agreement().same()));
    }

    private static Optional<Best> compare(PersonName given, PersonName recorded) {
        var one = NameWords.of(given);
        var other = NameWords.of(recorded);
        return one.empty() || other.empty() || one.script() != other.script()
                ? Optional.empty()
                : Optional.of(new Best(given, recorded, NameAgreement.of(one, other)));
    }
}
