package org.ancregistry.domain.clinical;

/** A code and the system it belongs to. */
public record Code(String system, String code) {

    private static final String WHO_PREFIX = "ANC.";

    /** LOINC names its answers like this: LA6568-5. */
    private static final String LOINC_ANSWER = "LA\\d+-\\d";

    /** A code of WHO or an answer of LOINC as it stands, or one of this registry's own. */
    static Code of(String code) {
        if (code.startsWith(WHO_PREFIX)) {
            return new Code(SystemUris.WHO_ANC, code);
        }
        return new Code(code.matches(LOINC_ANSWER) ? SystemUris.LOINC : SystemUris.DICTIONARY, code);
    }
}
