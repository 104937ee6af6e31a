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

    /** Two words taken for one. */
    record Pair(NameWord given, NameWord recorded, boolean same) {

        boolean hasFamily() {
            return given.role() == Role.FAMILY || recorded.role() == Role.FAMILY;
        }

        boolean bothFamily() {
            return given.role() == Role.FAMILY && recorded.role() == Role.FAMILY;
        }

        /** By how much the word is rarer than most; a word with a slip says no more than that. */
        double rarity() {
            return same ? given.rarity() : 1;
        }

        boolean house() {
            return given.role() == Role.HOUSE && recorded.role() == Role.HOUSE;
        }
    }

    private static final NameWord TAKEN = new NameWord("", "", "", UnicodeScript.COMMON, Role.INITIAL, 1);

    private final List<NameWord> given;
    private final List<NameWord> recorded;
    private final List<Pair> pairs = new ArrayList<>();
    private final boolean hasInitials;
    private boolean abbreviated;
    private int fitting;

    NameAlignment(NameWords given, NameWords recorded) {
        this.given = new ArrayList<>(given.parts());
        this.recorded = new ArrayList<>(recorded.parts());
        hasInitials = given.hasInitials() || recorded.hasInitials();
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
                pairs.add(new Pair(word, recorded.remove(other), same));
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

    /**
     * A Tamil woman's only initial is her father's name, which she may write last; and where one clerk abbreviates her
     * father and another herself, each side has as an initial what the other writes out.
     */
    private void fitFather(List<NameWord> initials, List<NameWord> words) {
        var only = initials.stream().filter(NameWord::initialOnly).toList();
        if (only.size() != 1) {
            return;
        }
        var nothingElse = words.size() == 1;
        words.stream()
                .filter(word -> (word.role() == Role.FAMILY || nothingElse) && !word.initialOnly())
                .filter(word -> word.begins(only.get(0)))
                .findFirst()
                .ifPresent(father -> {
                    words.remove(father);
                    initials.remove(only.get(0));
                    fitting++;
                });
    }

    List<Pair> pairs() {
        return pairs;
    }

    /**
     * The pair taken for the family name: the one that both sides have last. A word that one side has first and the other
     * last is the family name only where another word agrees too, the order then being turned round.
     */
    Optional<Pair> familyPair() {
        var both = pairs.stream().filter(Pair::bothFamily).findFirst();
        return both.isPresent() || pairs.stream().filter(pair -> !pair.house()).count() < 2
                ? both
                : pairs.stream().filter(Pair::hasFamily).findFirst();
    }

    /** The pairs that are neither the family name nor that of the house. */
    List<Pair> givenPairs() {
        var family = familyPair();
        return pairs.stream()
                .filter(pair -> !pair.house() && family.filter(pair::equals).isEmpty())
                .toList();
    }

    InitialsLevel initials() {
        return hasInitials
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
