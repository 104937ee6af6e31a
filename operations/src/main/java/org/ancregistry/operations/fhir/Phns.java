package org.ancregistry.operations.fhir;

import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;

/** A PHN as an identifier. */
public final class Phns {

    /** The system under which the registry writes every PHN. */
    public static final String SYSTEM = "https://fhir.health.gov.lk/id/phn";

    private Phns() {}

    public static Identifier identifier(Phn phn) {
        return new Identifier().setUse(IdentifierUse.OFFICIAL).setSystem(SYSTEM).setValue(phn.value());
    }

    /** The number on a patient's record. */
    public static Optional<Phn> of(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(identifier -> SYSTEM.equals(identifier.getSystem()) && identifier.hasValue())
                .flatMap(identifier -> Phn.parse(identifier.getValue()).stream())
                .findFirst();
    }
}
