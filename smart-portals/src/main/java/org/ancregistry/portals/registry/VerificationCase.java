package org.ancregistry.portals.registry;

import org.jspecify.annotations.Nullable;

/**
 * What a mother proves beside what her record says.
 *
 * @param version of her record, on which a decision is based
 * @param comparison {@code given} is what she proves
 * @param elsewhere {@code Patient/…}: another record that is bound to what she proves
 */
public record VerificationCase(
        String version,
        Comparison.Candidate comparison,
        @Nullable String elsewhere) {

    /** Whether everything speaks against it: a midwife alone does not decide that it is she. */
    public boolean speaksAgainst() {
        return comparison.grade().equals("certainly-not");
    }
}
