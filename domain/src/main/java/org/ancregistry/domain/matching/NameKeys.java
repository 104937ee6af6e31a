package org.ancregistry.domain.matching;

import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.person.PersonName;

/** What to look a woman up by when her name may be spelled otherwise. For finding only: the scorer judges afterwards. */
public final class NameKeys {

    private static final int SHORTEST = 2;

    private NameKeys() {}

    /** The skeleton of every word that is written out; initials find nobody. */
    public static Set<String> of(PersonName name) {
        return NameWords.of(name).words().stream()
                .map(NameWord::key)
                .filter(skeleton -> skeleton.length() >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet());
    }
}
