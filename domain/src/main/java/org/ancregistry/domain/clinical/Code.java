package org.ancregistry.domain.clinical;

/** A code and the system it belongs to. */
public record Code(String system, String code) {

    private static final String WHO_PREFIX = "ANC.";

    /** A WHO code as it stands, or one of this registry's own. */
    static Code of(String code) {
        return new Code(code.startsWith(WHO_PREFIX) ? SystemUris.WHO_ANC : SystemUris.DICTIONARY, code);
    }
}
