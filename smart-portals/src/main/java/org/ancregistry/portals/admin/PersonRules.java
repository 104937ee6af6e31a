package org.ancregistry.portals.admin;

import org.ancregistry.domain.access.Role;
import org.springframework.validation.Errors;

/** What a member of staff must have before she is written down; each refusal says what to do. */
final class PersonRules {

    private static final int LONGEST_NAME = 200;

    private PersonRules() {}

    static void check(PersonForm form, Role role, Choices choices, Errors errors) {
        if (form.name().isEmpty()) {
            errors.rejectValue("name", "admin.person.name.missing");
        } else if (form.name().length() > LONGEST_NAME) {
            errors.rejectValue("name", "admin.person.name.long", new Object[] {LONGEST_NAME}, null);
        }
        if (role != Role.ADMINISTRATOR && !choices.hasPlace(form.facility())) {
            errors.rejectValue("facility", "admin.person.facility.missing");
        }
        if (!form.areas().isEmpty() && !choices.hasAreas(form.areas())) {
            errors.rejectValue("areas", "admin.person.areas.foreign");
        } else if (form.areas().isEmpty() && needsAreas(role)) {
            errors.rejectValue("areas", "admin.person.areas.missing." + role.code());
        }
    }

    private static boolean needsAreas(Role role) {
        return role == Role.MIDWIFE || role == Role.SUPERVISOR;
    }
}
