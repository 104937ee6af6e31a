package org.ancregistry.domain.identity;

import java.time.Instant;
import java.util.Set;
import org.ancregistry.domain.person.Demographics;
import org.jspecify.annotations.Nullable;

/**
 * What a national identity provider verified about a woman in front of one midwife, for one draft. It is used once,
 * expires, and is never shown to anybody else.
 *
 * @param handle opaque, unguessable; the only name by which portals and operations speak of it
 * @param provider the identity provider's configured id
 * @param subject her pairwise {@code sub}; never in an answer, a log or a URL
 * @param verified what the provider's signed userinfo said
 * @param granted names of the claims she agreed to release
 * @param declined names of the claims asked for that did not come
 * @param acr the authentication context class of her sign-in
 * @param authenticatedAt when she authenticated
 * @param askedBy {@code Practitioner/…} of the midwife whose session asked
 * @param draft the registration draft it belongs to
 * @param expiresAt after this moment no operation reads it
 * @param usedBy the request id of the registration that used it up, if any
 */
public record IdentityEvidence(
        String handle,
        String provider,
        String subject,
        Demographics verified,
        Set<String> granted,
        Set<String> declined,
        String acr,
        Instant authenticatedAt,
        String askedBy,
        String draft,
        Instant expiresAt,
        @Nullable String usedBy) {

    public IdentityEvidence {
        granted = Set.copyOf(granted);
        declined = Set.copyOf(declined);
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether this midwife asked for it, for this draft. */
    public boolean belongsTo(String midwife, String ofDraft) {
        return askedBy.equals(midwife) && draft.equals(ofDraft);
    }

    /** Names nobody: evidence must be safe to log. */
    @Override
    public String toString() {
        return "IdentityEvidence[" + provider + ", " + acr + ", expires " + expiresAt + "]";
    }
}
