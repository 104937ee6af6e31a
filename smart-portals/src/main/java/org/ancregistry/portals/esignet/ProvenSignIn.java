package org.ancregistry.portals.esignet;

import java.time.Instant;
import org.ancregistry.domain.identity.Subject;

/**
 * Who signed in, and what proves it. Her details were not asked for.
 *
 * @param acr how she authenticated
 * @param authenticatedAt when she authenticated, which may be before she came to us
 * @param idToken the signed original, compact
 */
public record ProvenSignIn(Subject subject, String acr, Instant authenticatedAt, String idToken) {

    /** Names nobody: a sign-in must be safe to log. */
    @Override
    public String toString() {
        return "ProvenSignIn[" + subject.provider() + ", " + acr + "]";
    }
}
