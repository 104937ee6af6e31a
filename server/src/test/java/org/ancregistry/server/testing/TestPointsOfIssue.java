package org.ancregistry.server.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Points of issue for tests that share a registry, in which no two facilities have the same. */
public final class TestPointsOfIssue {

    private static final String ALPHABET = "BCDFGHJKMPQRTVWXY";
    private static final int PLACES = 4;
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private TestPointsOfIssue() {}

    /** One that no other test has: they are counted, since of some hundred that are drawn two are soon the same. */
    public static String another() {
        var rest = GIVEN.getAndIncrement();
        var code = new StringBuilder();
        for (var place = 0; place < PLACES; place++) {
            code.append(ALPHABET.charAt(rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return code.toString();
    }
}
