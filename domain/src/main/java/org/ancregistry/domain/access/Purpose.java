package org.ancregistry.domain.access;

/** Why somebody asks, as HL7 v3 PurposeOfUse names it. */
public enum Purpose {
    TREATMENT("TREAT"),
    BREAK_GLASS("BTG"),
    PATIENT_REQUEST("PATRQT"),
    OPERATIONS("HOPERAT");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    /** Why somebody in that role usually asks: only who gives care asks for the sake of treatment. */
    public static Purpose usual(Role role) {
        return switch (role) {
            case MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE -> TREATMENT;
            case MOTHER -> PATIENT_REQUEST;
            case ADMINISTRATOR, PRIVACY_OFFICER, SYSTEM -> OPERATIONS;
        };
    }

    /** The code in {@code http://terminology.hl7.org/CodeSystem/v3-ActReason}. */
    public String code() {
        return code;
    }
}
