package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;

/**
 * Whom somebody may manage: an administrator everybody, a supervisor the midwives of her MOH area. The registry itself
 * refuses the same; this keeps pages from offering it.
 *
 * @param everything whether that is an administrator
 * @param units ids of a supervisor's areas and all that lies within them
 */
record Reach(boolean everything, Set<String> units) {

    private static final String ORGANIZATION = "Organization/";
    private static final List<Role> STAFF = List.of(
            Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR, Role.CLINIC_NURSE, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER);

    Reach {
        units = Set.copyOf(units);
    }

    static Reach of(SignedInPerson person, HttpServletRequest request, Units units) {
        if (person.role() == Role.ADMINISTRATOR) {
            return new Reach(true, Set.of());
        }
        return new Reach(
                false,
                units.within(request, own(person)).stream().map(Unit::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** Ids of the areas that she answers for herself. */
    static Set<String> own(SignedInPerson person) {
        return person.areas().stream()
                .map(area -> area.substring(ORGANIZATION.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those whom she may make, in the order in which pages offer them. */
    List<Role> roles() {
        return everything ? STAFF : List.of(Role.MIDWIFE);
    }

    boolean covers(Unit unit) {
        return everything || units.contains(unit.id());
    }

    boolean covers(Person person) {
        return everything
                || (!person.jobs().isEmpty() && person.telling().stream().allMatch(this::covers));
    }

    private boolean covers(Job job) {
        return job.role() == Role.MIDWIFE && !job.areas().isEmpty() && units.containsAll(job.areas());
    }
}
