package org.ancregistry.domain.matching;

import org.jspecify.annotations.Nullable;

/**
 * One line of what a midwife sees side by side.
 *
 * @param name {@code name}, {@code birthDate}, {@code nationalId}, {@code phone}, {@code address} or {@code gender}
 * @param result how the two compare
 * @param given what the first description says, for display; of a national ID only its last characters
 * @param recorded what the second says
 * @param bits weight of evidence that it is the same woman: log2 of the likelihood ratio, 0 when missing
 * @param relativeBits the same for a relative of her household
 */
public record FieldComparison(
        String name,
        FieldResult result,
        @Nullable String given,
        @Nullable String recorded,
        double bits,
        double relativeBits) {

    /** Masked: what was compared is in no log. */
    @Override
    public String toString() {
        return name + " " + result.code();
    }
}
