package org.ancregistry.portals.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A referral and why.
 *
 * @param urgent whether it cannot wait
 * @param open whether nobody has answered it yet
 */
public record ReferralLetter(
        String reference,
        @Nullable LocalDate on,
        @Nullable String to,
        @Nullable String by,
        String reason,
        boolean urgent,
        boolean open) {
    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "ReferralLetter[" + reference + "]";
    }
}
