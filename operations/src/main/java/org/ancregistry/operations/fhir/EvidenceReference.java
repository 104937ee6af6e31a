package org.ancregistry.operations.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Identifier;

/** Names evidence in the record for ever without giving away its handle. */
final class EvidenceReference {

    private static final String SYSTEM = "https://ancregistry.org/fhir/id/identity-evidence";

    private EvidenceReference() {}

    static Identifier of(String handle) {
        return new Identifier().setSystem(SYSTEM).setValue(Fingerprint.of(List.of(handle)));
    }
}
