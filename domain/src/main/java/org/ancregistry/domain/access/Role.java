package org.ancregistry.domain.access;

import java.util.Arrays;
import java.util.Optional;

/** What a caller is to the registry. Roles decide what may be asked at all; the care relationship decides about whom. */
public enum Role {
    MIDWIFE("midwife"),
    SUPERVISOR("supervisor"),
    DOCTOR("doctor"),
    CLINIC_NURSE("clinic-nurse"),
    MOTHER("mother"),
    ADMINISTRATOR("administrator"),
    /** Watches over who looks at records, and sees no record herself. */
    PRIVACY_OFFICER("privacy-officer"),
    SYSTEM("system");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The role's code in access tokens and in PractitionerRole.code. */
    public String code() {
        return code;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    public boolean isStaff() {
        return this != MOTHER && this != SYSTEM;
    }

    /** Whether the role works in a clinic, where being referred or checked in opens a record. */
    public boolean worksInClinic() {
        return this == DOCTOR || this == CLINIC_NURSE;
    }
}
