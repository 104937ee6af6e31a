package org.ancregistry.domain.rules;

import java.time.LocalDate;
import org.ancregistry.domain.clinical.Answer;

/**
 * Something that is known of a woman and when it was found.
 *
 * @param name the dictionary field, {@code haemoglobin} for instance, or what was worked out, such as {@code ga_weeks}
 * @param value with its unit
 * @param on the day of the contact at which it was found
 */
public record Fact(String name, Answer value, LocalDate on) {

    /** Names no answer: what a woman told is in no log. */
    @Override
    public String toString() {
        return "Fact[" + name + "]";
    }
}
