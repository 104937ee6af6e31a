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

    static String normalise(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
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
