package org.ancregistry.portals.admin;

import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What somebody is to do, and at which MOH area or hospital: asked first, because it decides what else is asked.
 *
 * @param at id of that unit; an administrator needs none
 */
record PlaceForm(String role, String at) {

    PlaceForm(@Nullable String role, @Nullable String at) {
        this.role = Typed.line(role);
        this.at = Typed.line(at);
    }

    boolean isEmpty() {
        return role.isEmpty() && at.isEmpty();
    }

    /** The role, if it is one that may be given out here. */
    Optional<Role> among(List<Role> offered) {
        return Role.of(role).filter(offered::contains);
    }

    void check(Reach reach, List<Unit> places, Errors errors) {
        var wanted = among(reach.roles());
        if (wanted.isEmpty()) {
            errors.rejectValue("role", "admin.place.role.missing");
        } else if (wanted.get() != Role.ADMINISTRATOR
                && places.stream().noneMatch(unit -> unit.id().equals(at))) {
            errors.rejectValue("at", "admin.place.at.missing");
        }
    }
}
