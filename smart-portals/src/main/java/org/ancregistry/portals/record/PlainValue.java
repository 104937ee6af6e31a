package org.ancregistry.portals.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of her values as a woman reads it: what it was, when, and what that means.
 *
 * @param name how the page calls it: the last part of a message's name
 * @param number what was measured, with its unit; null where the answer is a code
 * @param answerCode the code of the answer; null where it is a number
 * @param on when it was measured, where that is known
 * @param meaning which sentence says what it means: the last part of a message's name; null where nothing is to be said
 */
public record PlainValue(
        String name,
        @Nullable String number,
        @Nullable String answerCode,
        @Nullable LocalDate on,
        @Nullable String meaning) {

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "PlainValue[" + name + "]";
    }
}
