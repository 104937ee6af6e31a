package org.ancregistry.operations.registeranc;

import java.util.ArrayList;
import java.util.List;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.operations.StrongKeys.StrongKey;
import org.ancregistry.operations.fhir.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * The woman who is being registered, as far as it is known who she is.
 *
 * @param evidence her own authentication, where there is one
 * @param declared what she told
 * @param nationalId what is kept of her number, from whichever source
 */
record Registrant(
        @Nullable IdentityEvidence evidence,
        Demographics declared,
        @Nullable NationalIdHashes nationalId) {

    boolean verified() {
        return evidence != null;
    }

    /** What is compared with other records: what was verified, and what she told where nothing was. */
    Demographics best() {
        return evidence == null ? declared : evidence.verified();
    }

    /** All that is known of her, for comparing only: what she told stands where nothing was verified. */
    Demographics compared() {
        return best().orElse(declared).with(nationalId);
    }

    @Nullable
    Assurance assurance() {
        return evidence == null ? null : Assurance.ofSignIn(evidence.acr());
    }

    @Nullable
    Subject subject() {
        return evidence == null ? null : new Subject(evidence.provider(), evidence.subject());
    }

    /** What nobody else may have. Where the midwife is not sure who she is, a number alone decides nothing. */
    List<StrongKey> keys(PhnDecision decision) {
        var keys = new ArrayList<StrongKey>();
        var subject = subject();
        if (subject != null) {
            keys.add(StrongKey.of(subject));
        }
        if (nationalId != null && decision != PhnDecision.NOT_SURE) {
            keys.add(StrongKey.of(nationalId));
        }
        return keys;
    }
}
