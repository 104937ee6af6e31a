package org.ancregistry.domain.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking: made once from a checked token and left on the request under {@code Caller.class}.
 *
 * @param id the person's or system's own resource, {@code Practitioner/123} or {@code Patient/123}, or the client id of a
 *     system; never a {@code sub}
 * @param role what the caller is to the registry
 * @param facility {@code Organization/…} the caller works in, absent for a mother or a system
 * @param areas {@code Organization/…} of the PHM areas (midwife) or MOH areas (supervisor) the caller is responsible for
 * @param scopes the SMART scopes granted
 * @param client the OAuth client id through which the caller came
 * @param purpose why the caller asks
 * @param tokenId the access token's id ({@code jti}), absent for tokens that have none
 * @param patient {@code Patient/…} whose record was open or picked when the caller let an app in; absent for our portals
 */
public record Caller(
        String id,
        Role role,
        @Nullable String facility,
        Set<String> areas,
        Set<String> scopes,
        String client,
        Purpose purpose,
        @Nullable String tokenId,
        @Nullable String patient) {

    public Caller {
        areas = Set.copyOf(areas);
        scopes = Set.copyOf(scopes);
    }

    /** A caller who let no app in for one woman's record. */
    public Caller(
            String id,
            Role role,
            @Nullable String facility,
            Set<String> areas,
            Set<String> scopes,
            String client,
            Purpose purpose,
            @Nullable String tokenId) {
        this(id, role, facility, areas, scopes, client, purpose, tokenId, null);
    }

    /** The woman's own {@code Patient/…}, when she is the one who asks. */
    public Optional<String> ownRecord() {
        return role == Role.MOTHER ? Optional.of(id) : Optional.empty();
    }

    /** The units through which staff reach mothers: an area for those who visit, a clinic for those who sit in it. */
    public Set<String> careUnits() {
        return switch (role) {
            case MIDWIFE, SUPERVISOR -> areas;
            case DOCTOR, CLINIC_NURSE -> facility == null ? Set.of() : Set.of(facility);
            case MOTHER, ADMINISTRATOR, PRIVACY_OFFICER, SYSTEM -> Set.of();
        };
    }

    public boolean has(Role wanted) {
        return role == wanted;
    }
}
