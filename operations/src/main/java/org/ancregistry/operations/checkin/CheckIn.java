package org.ancregistry.operations.checkin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a mother is present.
 *
 * @param phn the PHN on her card
 * @param birthDate as she says it
 * @param evidence handle of her own authentication
 * @param draft the draft that the evidence belongs to
 */
record CheckIn(
        String phn,
        @Nullable LocalDate birthDate,
        @Nullable String evidence,
        @Nullable String draft) {}
