package org.ancregistry.server.matching;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;

/** Says of a Patient what the index keeps, and whether it keeps her at all. */
final class IndexedPatients {

    private final IIdHelperService<JpaPid> ids;

    IndexedPatients(IIdHelperService<JpaPid> ids) {
        this.ids = ids;
    }

    /** Her row; empty for a record that was merged into another or put out of use, which nobody should find. */
    Optional<MatchRow> row(Patient patient) {
        return row(patient, person(patient));
    }

    /** The same where the number of her record is known. */
    Optional<MatchRow> row(Patient patient, long person) {
        return isInUse(patient) ? Optional.of(rowOf(patient, person)) : Optional.empty();
    }

    private static MatchRow rowOf(Patient patient, long person) {
        var area = patient.getManagingOrganization().getReferenceElement();
        return new MatchRow(
                person,
                "Patient/" + patient.getIdElement().getIdPart(),
                Long.parseLong(patient.getIdElement().getVersionIdPart()),
                area.hasIdPart() ? "Organization/" + area.getIdPart() : null,
                PatientDemographics.found(patient, null));
    }

    private static boolean isInUse(Patient patient) {
        var replaced = patient.getLink().stream().anyMatch(link -> link.getType() == LinkType.REPLACEDBY);
        return !replaced && (!patient.hasActive() || patient.getActive());
    }

    /** The number under which her record is stored; it is the same for all its versions. */
    long person(Patient patient) {
        return Objects.requireNonNull(ids.getPidOrNull(RequestPartitionId.allPartitions(), patient), "no number")
                .getId();
    }
}
