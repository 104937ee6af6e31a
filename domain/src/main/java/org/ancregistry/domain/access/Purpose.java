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

    /** The code in {@code http://terminology.hl7.org/CodeSystem/v3-ActReason}. */
    public String code() {
        return code;
    }
}
