package org.ancregistry.domain.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.ancregistry.domain.matching.NameWord.Role;

/**
 * Lays two names beside each other, in any order: words with words, then initials with the words they stand for. What is
 * left over on both sides speaks against.
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

        boolean house() {
            return given.role() == Role.HOUSE && recorded.role() == Role.HOUSE;
        }
    }

    private final List<NameWord> givenWords;
    private final List<NameWord> recordedWords;
    private final List<Character> givenInitials;
    private final List<Character> recordedInitials;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<NameWord> explained = new ArrayList<>();
    private int sharedInitials;

    NameAlignment(NameWords given, NameWords recorded) {
        givenWords = new ArrayList<>(given.words());
        recordedWords = new ArrayList<>(recorded.words());
        givenInitials = new ArrayList<>(given.initials());
        recordedInitials = new ArrayList<>(recorded.initials());
        pair(NameWord::same, true);
        pair(NameWord::near, false);
        explain(givenInitials, recordedWords);
        explain(recordedInitials, givenWords);
        shareInitials();
    }

    private void pair(BiPredicate<NameWord, NameWord> alike, boolean same) {
        for (var word : List.copyOf(givenWords)) {
            recordedWords.stream()
                    .filter(other -> alike.test(word, other))
                    .min(Comparator.comparing(other -> other.role() != word.role()))
                    .ifPresent(other -> {
                        pairs.add(new Pair(word, other, same));
                        givenWords.remove(word);
                        recordedWords.remove(other);
                    });
        }
    }

    private void explain(List<Character> initials, List<NameWord> words) {
        for (var initial : List.copyOf(initials)) {
            words.stream()
                    .filter(word -> word.initial() == initial)
                    .min(Comparator.comparing(word -> word.role() == Role.FAMILY))
                    .ifPresent(word -> {
                        explained.add(word);
                        words.remove(word);
                        initials.remove(initial);
                    });
        }
    }

    private void shareInitials() {
        for (var initial : List.copyOf(givenInitials)) {
            if (recordedInitials.remove(initial)) {
                givenInitials.remove(initial);
                sharedInitials++;
            }
        }
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

    /** How many initials stand for a name of that role on the other side. */
    long explained(Role role) {
        return explained.stream().filter(word -> word.role() == role).count();
    }

    int sharedInitials() {
        return sharedInitials;
    }

    boolean initialsLeft() {
        return !givenInitials.isEmpty() || !recordedInitials.isEmpty();
    }

    /** Whether both sides have words of that role that the other lacks. */
    boolean contradicts(Role role) {
        return left(givenWords, role) && left(recordedWords, role);
    }

    /** Whether both sides have words that the other lacks, whatever they are, house names apart. */
    boolean contradicts() {
        return (left(givenWords, Role.GIVEN) || left(givenWords, Role.FAMILY))
                && (left(recordedWords, Role.GIVEN) || left(recordedWords, Role.FAMILY));
    }

    private static boolean left(List<NameWord> words, Role role) {
        return words.stream().anyMatch(word -> word.role() == role);
    }
}
