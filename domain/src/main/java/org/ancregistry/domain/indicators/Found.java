package org.ancregistry.domain.indicators;

import java.time.LocalDate;

/**
 * One answer that was recorded and is not struck out.
 *
 * @param field the dictionary field
 * @param value {@code yes}, {@code no}, a code, a number or a day
 * @param on the day on which it was found
 * @param contact by which number the contact at which it was found is told from others
 */
public record Found(String field, String value, LocalDate on, int contact) {

    static final String YES = "yes";

    boolean isYes() {
        return value.equals(YES);
    }
}
