package org.ancregistry.domain.rules;

import java.math.BigDecimal;

/**
 * A number at which a rule begins or ceases to hold.
 *
 * @param unit UCUM; {@code 1} for a count
 */
public record Threshold(BigDecimal value, String unit) {

    /** Reads {@code 11.0 g/dL}. */
    static Threshold parse(String text) {
        var parts = text.strip().split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("A limit is a number and its unit, like 11.0 g/dL: " + text);
        }
        return new Threshold(new BigDecimal(parts[0]), parts[1].strip());
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
