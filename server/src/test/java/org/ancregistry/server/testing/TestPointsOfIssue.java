package org.ancregistry.server.testing;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Points of issue for tests that share a registry, in which no two facilities have the same. */
public final class TestPointsOfIssue {

    private static final String ALPHABET = "BCDFGHJKMPQRTVWXY";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TestPointsOfIssue() {}

    /** One that no other test has. */
    public static String another() {
        return RANDOM.ints(4, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
