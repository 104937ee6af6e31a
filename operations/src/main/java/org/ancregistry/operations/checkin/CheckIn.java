package org.ancregistry.operations.checkin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a mother is present.
 *
 * @param phn the PHN on her card; absent when she was found without it
 * @param found {@code Patient/…} that {@code $find-woman} answered for this name and birth date
 * @param name as she says it, with {@code found}
 * @param birthDate as she says it
 * @param evidence handle of her own authentication
 * @param draft the draft that the evidence belongs to
 */
record CheckIn(
        @Nullable String phn,
        @Nullable String found,
        @Nullable String name,
        @Nullable LocalDate birthDate,
        @Nullable String evidence,
        @Nullable String draft) {

    /** Masked: who somebody is is in no log. */
    @Override
    public String toString() {
        return "CheckIn[…]";
    }
}
