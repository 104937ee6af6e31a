package org.ancregistry.portals.esignet;

import java.time.Instant;
import java.util.Set;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.person.Demographics;

/**
 * Who somebody is, as eSignet signed it.
 *
 * @param subject the provider and her {@code sub} there
 * @param demographics what she released, national ID number as hashes only
 * @param asked names of the claims asked for
 * @param granted names of the claims that came
 * @param declined names of the claims asked for that did not come
 * @param acr how she authenticated
 * @param authenticatedAt when she authenticated
 * @param originals the signed originals
 */
public record VerifiedIdentity(
        Subject subject,
        Demographics demographics,
        Set<String> asked,
        Set<String> granted,
        Set<String> declined,
        String acr,
        Instant authenticatedAt,
        Originals originals) {

    public VerifiedIdentity {
        asked = Set.copyOf(asked);
        granted = Set.copyOf(granted);
        declined = Set.copyOf(declined);
    }

    /**
     * What eSignet and the identity system signed, to prove it later.
     *
     * @param idToken the compact id_token
     * @param userinfo the compact userinfo; {@code sha-256:} and its digest where it holds a national ID number, which is
     *     kept nowhere
     */
    public record Originals(String idToken, String userinfo) {

        @Override
        public String toString() {
            return "Originals[…]";
        }
    }

    /** Names nobody: an identity must be safe to log. */
    @Override
    public String toString() {
        return "VerifiedIdentity[" + subject.provider() + ", " + acr + "]";
    }
}
