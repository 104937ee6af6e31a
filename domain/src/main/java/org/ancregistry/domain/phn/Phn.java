package org.ancregistry.domain.phn;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Personal Health Number: 8 to 20 of 0-9 and A-Z. Whether its check character fits is a separate question, because a
 * number that passes no known check is shown to a person, not refused.
 *
 * @param value without spaces and hyphens, upper case
 */
public record Phn(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{8,20}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}]");
    private static final Pattern SMALL = Pattern.compile("[a-z]+");
    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 20;

    public Phn {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A PHN has 8 to 20 of 0-9 and A-Z.");
        }
    }

    /** Reads what was typed or scanned, in any case, with spaces and hyphens anywhere. */
    public static Optional<Phn> parse(String typed) {
        var bare = normalise(typed);
        return SHAPE.matcher(bare).matches() ? Optional.of(new Phn(bare)) : Optional.empty();
    }

    /**
     * Why what was typed cannot be a PHN, in words for the person who typed it; empty when it can be one. Positions are
     * counted from 1 without spaces and hyphens.
     */
    public static Optional<String> malformed(String typed) {
        var bare = normalise(typed);
        var good = (int) bare.codePoints().takeWhile(Phn::possible).count();
        if (good < bare.codePointCount(0, bare.length())) {
            var wrong = Character.toString(bare.codePointAt(good));
            return Optional.of(
                    "Character " + (good + 1) + ", \"" + wrong
                            + "\", cannot be in a PHN: it has only the digits 0-9 and the letters A-Z. Read it again from the card.");
        }
        return bare.length() >= MIN_LENGTH && bare.length() <= MAX_LENGTH
                ? Optional.empty()
                : Optional.of("A PHN has 8 to 20 letters and digits, and this has " + bare.length()
                        + ". Read it again from the card.");
    }

    private static boolean possible(int character) {
        return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z');
    }

    /** Upper case only for a-z: what another alphabet's capital looks like says nothing about a card. */
    static String normalise(String typed) {
        return SMALL.matcher(SEPARATORS.matcher(typed).replaceAll(""))
                .replaceAll(small -> small.group().toUpperCase(Locale.ROOT));
    }

    /** Grouped for people: point of issue, body, check character, as in {@code 2047 KTR9MX 5}. */
    public String grouped() {
        var last = value.length() - 1;
        return value.substring(0, 4) + " " + value.substring(4, last) + " " + value.substring(last);
    }

    @Override
    public String toString() {
        return value;
    }
}
