package org.ancregistry.domain.person;

import java.util.Optional;

/**
 * A phone number for comparing: 077 123 4567 and +94 77 123 4567 are one number.
 *
 * @param lastNine its last nine digits
 */
public record PhoneNumber(String lastNine) {

    private static final int COMPARED = 9;

    /** Reads a number however it is written; empty when it has fewer than nine digits or is one digit over and over. */
    public static Optional<PhoneNumber> parse(String typed) {
        var digits = new StringBuilder();
        typed.codePoints()
                .map(character -> Character.digit(character, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        if (digits.length() < COMPARED) {
            return Optional.empty();
        }
        var lastNine = digits.substring(digits.length() - COMPARED);
        return lastNine.chars().distinct().count() == 1 ? Optional.empty() : Optional.of(new PhoneNumber(lastNine));
    }

    /** Masked: a phone number is in no log. */
    @Override
    public String toString() {
        return "PhoneNumber[…" + lastNine.substring(COMPARED - 2) + "]";
    }
}
