package org.ancregistry.domain.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.matching.NameWord.Role;
import org.ancregistry.domain.person.PersonName;

/** What to look a woman up by when her name may be spelled otherwise. For finding only: the scorer judges afterwards. */
public final class NameKeys {

    private static final int SHORTEST = 2;
    private static final int MOST_WORDS = 4;

    private NameKeys() {}

    /** The skeleton of every word that is written out; initials find nobody. */
    public static Set<String> of(PersonName name) {
        return tellingWords(NameWords.of(name)).map(NameWord::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Those to make keys of, in one order; the name of the house only where there is nothing else. */
    static List<String> words(NameWords name) {
        var own = keys(tellingWords(name).filter(word -> word.role() != Role.HOUSE));
        return own.size() >= 2 ? own : keys(tellingWords(name));
    }

    private static List<String> keys(Stream<NameWord> words) {
        return words.map(NameWord::key).distinct().sorted().limit(MOST_WORDS).toList();
    }

    private static Stream<NameWord> tellingWords(NameWords name) {
        return name.words().stream().filter(NameKeys::tells);
    }

    /** Whether the word is written out and long enough to find somebody by. */
    static boolean tells(NameWord word) {
        return !word.initialOnly() && word.key().length() >= SHORTEST;
    }
}
