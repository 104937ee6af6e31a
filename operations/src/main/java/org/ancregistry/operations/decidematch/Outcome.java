package org.ancregistry.operations.decidematch;

import java.util.List;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.fhir.IdentityDecisions.Compared;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * What a decision changes.
 *
 * @param changed the records to write, hers first
 * @param number the number that she holds now, when it was decided about
 * @param other the record that hers was linked to or parted from
 * @param compared what stood on both sides
 */
record Outcome(
        List<Patient> changed,
        @Nullable HeldNumber number,
        @Nullable String other,
        @Nullable Compared compared) {

    Outcome {
        changed = List.copyOf(changed);
    }

    static Outcome nothing(@Nullable Compared compared) {
        return new Outcome(List.of(), null, null, compared);
    }

    /**
     * A number.
     *
     * @param issued whether it was issued now
     * @param vouchedFor whether a known check character fits
     */
    record HeldNumber(Phn phn, boolean issued, boolean vouchedFor) {}
}
