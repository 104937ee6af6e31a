package org.ancregistry.domain.access;

import java.util.HashSet;
import java.util.Set;

/** Whom a mother keeps out of her record: kinds of readers, beside the people and places that she names. */
public final class KeptOut {

    /** All but herself; an emergency still opens it. */
    public static final String EVERYBODY = "everybody";

    /** All but the area that looks after her. */
    public static final String OTHERS = "others";

    /** Programs that act for themselves and care for nobody. */
    public static final String PROGRAMS = "programs";

    private KeptOut() {}

    /** Under which words the caller may be kept out: everybody, herself by name, the place she works in. */
    public static Set<String> wordsFor(Caller caller) {
        var words = new HashSet<>(Set.of(EVERYBODY, caller.id()));
        if (caller.facility() != null) {
            words.add(caller.facility());
        }
        return Set.copyOf(words);
    }

    /** Under which words a clinic may be kept out that does not look after her yet. */
    public static Set<String> wordsForClinic(Caller caller) {
        var words = new HashSet<>(wordsFor(caller));
        words.add(OTHERS);
        return Set.copyOf(words);
    }

    /** Under which words a program is kept out. */
    public static Set<String> wordsForPrograms() {
        return Set.of(EVERYBODY, OTHERS, PROGRAMS);
    }
}
