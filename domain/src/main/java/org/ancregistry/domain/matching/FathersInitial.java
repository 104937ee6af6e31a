package org.ancregistry.domain.matching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.matching.NameWord.Role;

/**
 * A Tamil woman has no family name: beside her own name stands her father's, after marriage her husband's, written out or
 * as the only initial, before her name or after it.
 */
final class FathersInitial {

    private final NameWords given;
    private final NameWords recorded;

    FathersInitial(NameWords given, NameWords recorded) {
        this.given = given;
        this.recorded = recorded;
    }

    /**
     * What the only initial that is left may stand for; and where one clerk abbreviates her father and another herself,
     * each side has as an initial what the other writes out.
     */
    Optional<NameWord> father(NameWord initial, List<NamePair> pairs, List<NameWord> words) {
        var nothingElse = words.size() == 1;
        return words.stream()
                .filter(word -> word.role() == Role.FAMILY || nothingElse)
                .filter(word -> isFathers(word, pairs) ? word.mayBeFather(initial) : word.begins(initial))
                .findFirst();
    }

    private boolean isFathers(NameWord word, List<NamePair> pairs) {
        return word.initialOnly() ? besideHerOwnName(pairs) : word.role() == Role.FAMILY && onlyInitials();
    }

    /** With several initials it is not the father's more than another's. */
    private boolean onlyInitials() {
        return Stream.of(given, recorded).allMatch(name -> name.initials() <= 1);
    }

    /** The initial beside a family name is her own. */
    private boolean besideHerOwnName(List<NamePair> pairs) {
        return onlyInitials() && !pairs.isEmpty() && pairs.stream().allMatch(NamePair::bothGiven);
    }

    /** Whether all that is left is a father's initial on one side and another on the other: family names change so, too. */
    boolean differs(List<NamePair> pairs, List<NameWord> leftGiven, List<NameWord> leftRecorded) {
        return besideHerOwnName(pairs)
                && isFathers(leftGiven)
                && isFathers(leftRecorded)
                && (leftGiven.get(0).initialOnly() || leftRecorded.get(0).initialOnly());
    }

    private static boolean isFathers(List<NameWord> left) {
        return left.size() == 1 && (left.get(0).initialOnly() || left.get(0).role() == Role.FAMILY);
    }
}
