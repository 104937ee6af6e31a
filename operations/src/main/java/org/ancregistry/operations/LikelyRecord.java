package org.ancregistry.operations;

import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.phn.Phn;
import org.jspecify.annotations.Nullable;

/**
 * A record that may be hers.
 *
 * @param patient {@code Patient/…}; absent for what only a directory knows
 * @param phn the number on that record
 * @param comparison what speaks for and against
 */
public record LikelyRecord(
        @Nullable String patient, @Nullable Phn phn, Comparison comparison) {}
