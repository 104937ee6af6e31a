package org.ancregistry.operations.matchphn;

import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * A question whose record this is.
 *
 * @param phn the PHN on her card
 * @param evidence handle of her own authentication
 * @param draft the registration draft that the evidence belongs to
 * @param person what she told, where there is no evidence
 */
record MatchPhn(
        @Nullable String phn,
        @Nullable String evidence,
        @Nullable String draft,
        @Nullable Patient person) {}
