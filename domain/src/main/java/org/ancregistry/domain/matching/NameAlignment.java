package org.ancregistry.domain.matching;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.matching.NameWord.Role;

/**
 * Lays two names beside each other: words with words in any order, then initials with what they stand for, in the order in
 * which they stand. What is left over on both sides speaks against.
 */
final class NameAlignment {

    private static final NameWord TAKEN = new NameWord("", "", "", UnicodeScript.COMMON, Role.INITIAL, 1);

    private final List<NameWord> given;
    private final List<NameWord> recorded;
    private final List<NamePair> pairs = new ArrayList<>();
    private final boolean hasInitials;
    private final FathersInitial father;
    private boolean abbreviated;
    private int fitting;

    NameAlignment(NameWords given, NameWords recorded) {
        this.given = new ArrayList<>(given.parts());
        this.recorded = new ArrayList<>(recorded.parts());
        father = new FathersInitial(given, recorded);
        hasInitials = given.initials() + recorded.initials() > 0;
        pair(true);
        pair(false);
        if (hasInitials) {
            fitInOrder();
            fitFather(this.given, this.recorded);
            fitFather(this.recorded, this.given);
        }
    }

    private void pair(boolean same) {
        for (var i = given.size() - 1; i >= 0; i--) {
            var word = given.get(i);
            var other = word.initialOnly() ? -1 : partner(word, same);
            if (other >= 0) {
                pairs.add(new NamePair(word, recorded.remove(other), same));
                given.remove(i);
            }
        }
    }

    private int partner(NameWord word, boolean same) {
        var found = -1;
        for (var j = recorded.size() - 1; j >= 0; j--) {
            var other = recorded.get(j);
            if (mayPair(word, other) && (same ? word.same(other) : word.near(other))) {
                if (other.role() == word.role()) {
                    return j;
                }
                found = j;
            }
        }
        return found;
    }

    /** The house of one woman is another's family name: that says nothing. */
    private static boolean mayPair(NameWord one, NameWord other) {
        return !other.initialOnly()
                && !(one.role() == Role.HOUSE && other.role() == Role.FAMILY)
                && !(one.role() == Role.FAMILY && other.role() == Role.HOUSE);
    }

    /** Takes out the longest sequence in which initials and what they stand for follow one another on both sides. */
    private void fitInOrder() {
        var longest = new int[given.size() + 1][recorded.size() + 1];
        for (var i = given.size() - 1; i >= 0; i--) {
            for (var j = recorded.size() - 1; j >= 0; j--) {
                longest[i][j] = given.get(i).standsFor(recorded.get(j))
                        ? Math.max(longest[i + 1][j + 1] + 1, Math.max(longest[i + 1][j], longest[i][j + 1]))
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        takeOut(longest);
    }

    /** An initial may be a twin's, too, where the other side writes the name out or begins it with another letter. */
    private static boolean hidesAGivenName(NameWord one, NameWord other) {
        return one.role() == Role.GIVEN
                || other.role() == Role.GIVEN
                || (one.initialOnly() && other.initialOnly() && !one.text().equals(other.text()));
    }

    private void takeOut(int[][] longest) {
        var i = 0;
        var j = 0;
        while (i < given.size() && j < recorded.size()) {
            if (given.get(i).standsFor(recorded.get(j)) && longest[i + 1][j + 1] + 1 >= longest[i][j]) {
                abbreviated |= hidesAGivenName(given.get(i), recorded.get(j));
                given.set(i++, TAKEN);
                recorded.set(j++, TAKEN);
                fitting++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        given.removeIf(TAKEN::equals);
        recorded.removeIf(TAKEN::equals);
    }

    private void fitFather(List<NameWord> initials, List<NameWord> words) {
        var only = initials.stream().filter(NameWord::initialOnly).toList();
        if (only.size() != 1) {
            return;
        }
        father.father(only.get(0), pairs, words).ifPresent(word -> {
            abbreviated |= word.initialOnly();
            words.remove(word);
            initials.remove(only.get(0));
            fitting++;
        });
    }

    /** Whether she has another father's or husband's initial there. */
    boolean fatherDiffers() {
        return fitting == 0 && father.differs(pairs, given, recorded);
    }

    List<NamePair> pairs() {
        return pairs;
    }

    /**
     * The pair taken for the family name: the one that both sides have last. A word that one side has first and the other
     * last is the family name only where another word agrees too, the order then being turned round.
     */
    Optional<NamePair> familyPair() {
        var both = pairs.stream().filter(NamePair::bothFamily).findFirst();
        return both.isPresent() || pairs.stream().filter(pair -> !pair.house()).count() < 2
                ? both
                : pairs.stream().filter(NamePair::hasFamily).findFirst();
    }

    /** The pairs that are neither the family name nor that of the house. */
    List<NamePair> givenPairs() {
        var family = familyPair();
        return pairs.stream()
                .filter(pair -> !pair.house() && family.filter(pair::equals).isEmpty())
                .toList();
    }

    InitialsLevel initials() {
        return hasInitials && !fatherDiffers()
                ? InitialsLevel.of(fitting, unexplained(given) && unexplained(recorded))
                : InitialsLevel.NONE;
    }

    /** Whether something is left that is no family name: those change. */
    private static boolean unexplained(List<NameWord> left) {
        return left.stream().anyMatch(word -> word.role() != Role.FAMILY);
    }

    /** Whether both sides have words of that role that the other lacks. */
    boolean contradicts(Role role) {
        return left(given, role) && left(recorded, role);
    }

    /** Whether neither side has a given name, or an initial that may be one, that the other lacks. */
    boolean covers() {
        return !abbreviated
                && Stream.of(given, recorded)
                        .flatMap(List::stream)
                        .noneMatch(word -> word.role() == Role.GIVEN || word.initialOnly());
    }

    /** Whether both sides have words that the other lacks, whatever they are, house names apart. */
    boolean contradicts() {
        return (left(given, Role.GIVEN) || left(given, Role.FAMILY))
                && (left(recorded, Role.GIVEN) || left(recorded, Role.FAMILY));
    }

    private static boolean left(List<NameWord> words, Role role) {
        return words.stream().anyMatch(word -> word.role() == role && !word.initialOnly());
    }
}
