package org.ancregistry.operations.matchphn;

import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.person.Demographics;
import org.jspecify.annotations.Nullable;

/**
 * The woman who is present: what is known of her before her record is found.
 *
 * @param evidence her own authentication, where there is one
 * @param known what is compared
 */
record WomanPresent(@Nullable IdentityEvidence evidence, Demographics known) {

    /** What was verified counts; what she told fills its gaps, for comparing only. */
    static WomanPresent of(@Nullable IdentityEvidence evidence, Demographics told) {
        if (evidence == null) {
            return new WomanPresent(null, told);
        }
        return new WomanPresent(evidence, evidence.verified().orElse(told));
    }

    @Nullable
    Subject subject() {
        return evidence == null ? null : new Subject(evidence.provider(), evidence.subject());
    }
}
