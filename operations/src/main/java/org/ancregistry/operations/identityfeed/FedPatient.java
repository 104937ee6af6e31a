package org.ancregistry.operations.identityfeed;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.fhir.Fingerprint;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;

/**
 * What another registry says of one of its numbers.
 *
 * @param phn the number
 * @param said as it was sent
 */
record FedPatient(Phn phn, Patient said) {

    /** The number that is hers instead, where this one was put out of use. */
    Optional<Phn> replacedBy() {
        return links().filter(link -> link.getType() == LinkType.REPLACEDBY)
                .flatMap(link -> number(link).stream())
                .findFirst();
    }

    /** Links to other numbers of the same woman, each of which stays in use. */
    List<PatientLinkComponent> alike() {
        return links().filter(link -> link.getType() == LinkType.REFER || link.getType() == LinkType.SEEALSO)
                .filter(link -> number(link).isPresent())
                .toList();
    }

    static Optional<Phn> number(PatientLinkComponent link) {
        return Phns.phn(link.getOther().getIdentifier());
    }

    private Stream<PatientLinkComponent> links() {
        return said.getLink().stream();
    }

    /** Equal when the same is said. */
    String fingerprint() {
        return Fingerprint.of(List.of(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(said)));
    }
}
