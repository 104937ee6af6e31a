package org.ancregistry.operations;

import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;

/** The people who ask in tests. */
public final class Staff {

    public static final String FIELD_CLINIC = "Organization/field-clinic";
    public static final String HOSPITAL = "Organization/hospital";
    public static final String AREA = "Organization/phm-area";

    private Staff() {}

    public static Caller kumariTheMidwife() {
        return person("Practitioner/kumari", Role.MIDWIFE, FIELD_CLINIC, Set.of(AREA));
    }

    public static Caller anotherMidwife() {
        return person("Practitioner/ranjani", Role.MIDWIFE, FIELD_CLINIC, Set.of("Organization/other-area"));
    }

    public static Caller supervisor() {
        return person("Practitioner/silva", Role.SUPERVISOR, FIELD_CLINIC, Set.of(AREA));
    }

    public static Caller doctor() {
        return person("Practitioner/fernando", Role.DOCTOR, HOSPITAL, Set.of());
    }

    public static Caller mother(String patient) {
        return new Caller(patient, Role.MOTHER, null, Set.of(), Set.of(), "mother", Purpose.PATIENT_REQUEST, "t");
    }

    public static Caller system(String... scopes) {
        return new Caller("lab", Role.SYSTEM, null, Set.of(), Set.of(scopes), "lab", Purpose.OPERATIONS, "t");
    }

    private static Caller person(String id, Role role, String facility, Set<String> areas) {
        return new Caller(id, role, facility, areas, Set.of(), "portal", Purpose.TREATMENT, "t");
    }
}
