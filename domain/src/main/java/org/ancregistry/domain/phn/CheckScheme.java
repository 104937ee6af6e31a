package org.ancregistry.domain.phn;

import java.util.Arrays;
import java.util.Optional;

/** How the last character of a PHN is worked out from the others. Two ways are in use, and few numbers pass both. */
public enum CheckScheme {
    /**
     * Luhn over 26 characters: used by the DHIS2 and OpenSRP number services. It notices every single wrong character.
     */
    LUHN_MOD26("luhn-mod26", "234567890BCDFGHJKMPQRTVWXY", "234567890BCDFGHJKMPQRTVWXY") {
        @Override
        int weigh(int value, boolean doubled) {
            var weight = doubled ? 2 * value : value;
            return weight / 26 + weight % 26;
        }

        @Override
        char checkFor(int sum) {
            return readable().charAt((26 - sum % 26) % 26);
        }
    },

    /** A Luhn digit after letters and digits: used by HHIMS, CHIMS and hmis. It misses some slips, G for 6 among them. */
    LUHN_DECIMAL("luhn-decimal", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "BCDFGHJKMPQRTVWXY23456789") {
        @Override
        int weigh(int value, boolean doubled) {
            var weight = doubled ? 2 * value : value;
            return doubled && weight >= 10 ? weight - 9 : weight;
        }

        @Override
        char checkFor(int sum) {
            return (char) ('0' + 9 * sum % 10);
        }
    };

    private final String code;
    private final String readable;
    private final String written;

    CheckScheme(String code, String readable, String written) {
        this.code = code;
        this.readable = readable;
        this.written = written;
    }

    abstract int weigh(int value, boolean doubled);

    abstract char checkFor(int sum);

    /** The scheme's name in configuration: {@code luhn-mod26} or {@code luhn-decimal}. */
    public String code() {
        return code;
    }

    /** The scheme that configuration calls by that name. */
    public static Optional<CheckScheme> of(String code) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.code.equals(code))
                .findFirst();
    }

    /** The characters for which the scheme can work out a check character; a character's place here is its value. */
    public String readable() {
        return readable;
    }

    /** The characters of which the random part of a new number is made. */
    public String written() {
        return written;
    }

    /** The first position of {@code text}, counted from 0, with a character that the scheme does not know. */
    public Optional<Integer> firstStranger(String text) {
        return text.chars().allMatch(this::knows)
                ? Optional.empty()
                : Optional.of((int) text.chars().takeWhile(this::knows).count());
    }

    private boolean knows(int character) {
        return readable.indexOf(character) >= 0;
    }

    /**
     * The check character of a number's other characters.
     *
     * @throws IllegalArgumentException when {@code body} has a character outside {@link #readable()}
     */
    public char checkCharacter(String body) {
        var sum = 0;
        for (var i = 0; i < body.length(); i++) {
            sum += weigh(valueAt(body, i), (body.length() - i) % 2 == 1);
        }
        return checkFor(sum);
    }

    private int valueAt(String body, int position) {
        var value = readable.indexOf(body.charAt(position));
        if (value < 0) {
            throw new IllegalArgumentException(
                    "Character " + (position + 1) + " is not one that " + code + " knows: " + readable + ".");
        }
        return value;
    }

    /** Whether the last character of the number is the one that the others ask for. */
    public boolean fits(Phn phn) {
        var last = phn.value().length() - 1;
        var body = phn.value().substring(0, last);
        return firstStranger(body).isEmpty()
                && checkCharacter(body) == phn.value().charAt(last);
    }
}
