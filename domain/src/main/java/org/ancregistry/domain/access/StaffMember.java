package org.ancregistry.domain.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with the registry.
 *
 * @param practitioner {@code Practitioner/…}
 * @param role never {@link Role#MOTHER} or {@link Role#SYSTEM}
 * @param facility {@code Organization/…} she works in
 * @param facilityName how that facility is called
 * @param areas {@code Organization/…} of the areas she is responsible for
 * @param displayName how she is called on pages
 */
public record StaffMember(
        String practitioner,
        Role role,
        @Nullable String facility,
        @Nullable String facilityName,
        Set<String> areas,
        String displayName) {

    public StaffMember {
        if (!role.isStaff()) {
            throw new IllegalArgumentException("Staff have a role of staff.");
        }
        areas = Set.copyOf(areas);
    }
}
