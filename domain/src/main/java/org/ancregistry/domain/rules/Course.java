package org.ancregistry.domain.rules;

import java.time.LocalDate;
import org.ancregistry.domain.pregnancy.Dating;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a pregnancy.
 *
 * @param born her birth date, where known
 * @param dating when the child is due and on what grounds, where known
 * @param firstContact the day of her first contact
 */
public record Course(
        @Nullable LocalDate born,
        @Nullable Dating dating,
        @Nullable LocalDate firstContact) {

    /** Nothing is known. */
    public static final Course UNKNOWN = new Course(null, null, null);
}
