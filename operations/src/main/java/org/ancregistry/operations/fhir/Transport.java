package org.ancregistry.operations.fhir;

import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;

/** How a woman gets to where she is sent, in the codes of HL7's mode of arrival. */
public enum Transport {
    AMBULANCE("A"),
    /** Her own or a hired one. */
    VEHICLE("C"),
    PUBLIC_TRANSPORT("P");

    private static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/v2-0430";

    private final String code;

    Transport(String code) {
        this.code = code;
    }

    public static Optional<Transport> of(String code) {
        return Arrays.stream(values()).filter(way -> way.code.equals(code)).findFirst();
    }

    CodeableConcept concept() {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(SYSTEM).setCode(code);
        return concept;
    }
}
