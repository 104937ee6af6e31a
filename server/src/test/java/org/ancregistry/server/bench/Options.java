package org.ancregistry.server.bench;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody typed after {@code ./anc bench}.
 *
 * @param names which parts to measure; none means all of them
 * @param quick whether only to see that it works
 * @param brief whether a few minutes must do, while one works on something
 * @param profile whether each server writes a flight recording beside its log
 */
record Options(Set<String> names, boolean quick, boolean brief, boolean profile) {

    private static final Set<String> NAMES =
            Set.of("all", "register", "match", "write", "summary", "read", "search", "indicators");
    private static final Set<String> FLAGS = Set.of("--quick", "--brief", "--profile");

    /**
     * Reads the words.
     *
     * @throws IllegalArgumentException when one is unknown
     */
    static Options of(String... words) {
        var given = Arrays.stream(words).filter(word -> !word.isBlank()).collect(Collectors.toSet());
        given.stream()
                .filter(word -> !NAMES.contains(word) && !FLAGS.contains(word))
                .forEach(Options::refuse);
        var names = given.stream()
                .filter(word -> NAMES.contains(word) && !word.equals("all"))
                .collect(Collectors.toUnmodifiableSet());
        return new Options(names, given.contains("--quick"), given.contains("--brief"), given.contains("--profile"));
    }

    private static void refuse(String word) {
        throw new IllegalArgumentException("Nothing to measure is called “" + word + "”: choose among " + NAMES);
    }

    boolean wants(String name) {
        return names.isEmpty() || names.contains(name);
    }

    Pace pace() {
        if (quick) {
            return Pace.quick();
        }
        return brief ? Pace.brief() : Pace.full();
    }
}
