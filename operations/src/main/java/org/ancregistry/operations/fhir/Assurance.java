package org.ancregistry.operations.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;

/** Who vouches for a detail of a person's identity. It stays on the detail for ever. */
public enum Assurance {
    ESIGNET_OTP("esignet-otp"),
    ESIGNET_OTHER("esignet-other"),
    DOCUMENT_SEEN("document-seen"),
    DECLARED("declared"),
    UNKNOWN("unknown");

    private static final String EXTENSION = Canon.extension("anc-identity-assurance");
    private static final String ONE_TIME_PASSWORD = "mosip:idp:acr:generated-code";

    private final String code;

    Assurance(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** What an authentication of that context class is worth. */
    public static Assurance ofSignIn(String acr) {
        return acr.equals(ONE_TIME_PASSWORD) ? ESIGNET_OTP : ESIGNET_OTHER;
    }

    /** Whether somebody else than the person herself says so. */
    static boolean isVouchedFor(Element detail) {
        return detail.getExtension().stream()
                .filter(Assurance::isIn)
                .map(extension -> extension.getValue().primitiveValue())
                .anyMatch(said -> !said.equals(DECLARED.code) && !said.equals(UNKNOWN.code));
    }

    static boolean isIn(Extension extension) {
        return EXTENSION.equals(extension.getUrl());
    }

    /** Puts the source on a name, address, phone number, birth date or gender. */
    <E extends Element> E on(E detail) {
        detail.addExtension(EXTENSION, new CodeType(code));
        return detail;
    }
}
