package org.ancregistry.portals.signin;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * The person whose session this is: the principal of every signed-in request.
 *
 * @param reference {@code Practitioner/…} or {@code Patient/…}, never a {@code sub}
 * @param role what she is to the registry
 * @param facility {@code Organization/…} she works in; absent for a mother
 * @param facilityName how that facility is called; absent for a mother
 * @param areas {@code Organization/…} of the areas she is responsible for
 * @param displayName how she is called on pages; empty for a mother, whose name is in her record
 */
public record SignedInPerson(
        String reference,
        Role role,
        @Nullable String facility,
        @Nullable String facilityName,
        Set<String> areas,
        String displayName)
        implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    public SignedInPerson {
        areas = Set.copyOf(areas);
    }

    static SignedInPerson of(StaffMember staff) {
        return new SignedInPerson(
                staff.practitioner(),
                staff.role(),
                staff.facility(),
                staff.facilityName(),
                staff.areas(),
                staff.displayName());
    }

    static SignedInPerson mother(String patient) {
        return new SignedInPerson(patient, Role.MOTHER, null, null, Set.of(), "");
    }

    /** The reference, which becomes the {@code sub} of her access tokens. */
    @Override
    public String getName() {
        return reference;
    }

    /** Names nobody: a session is safe to log. */
    @Override
    public String toString() {
        return reference;
    }
}
