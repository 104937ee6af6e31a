package org.ancregistry.operations.fhir;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        return all(patient).stream().findFirst();
    }

    /** The numbers on a patient's record; more than one is an error that nothing may store. Old ones are not among them. */
    public static Set<Phn> all(Patient patient) {
        return numbers(patient, false);
    }

    /** The numbers of records that were merged into this one. */
    public static Set<Phn> old(Patient patient) {
        return numbers(patient, true);
    }

    private static Set<Phn> numbers(Patient patient, boolean old) {
        return patient.getIdentifier().stream()
                .filter(identifier -> (identifier.getUse() == IdentifierUse.OLD) == old)
                .flatMap(identifier -> phn(identifier).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The number on her record, or on another record that is linked to it as hers. */
    public static Optional<Phn> ofWoman(Patient patient) {
        return of(patient)
                .or(() -> patient.getLink().stream()
                        .map(link -> link.getOther().getIdentifier())
                        .flatMap(identifier -> phn(identifier).stream())
                        .findFirst());
    }

    /** The number that an identifier is, where it is one. */
    public static Optional<Phn> phn(Identifier identifier) {
        return SYSTEM.equals(identifier.getSystem()) && identifier.hasValue()
                ? Phn.parse(identifier.getValue())
                : Optional.empty();
    }
}
