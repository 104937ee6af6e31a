package org.ancregistry.operations.decidematch;

import java.util.Optional;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;

/**
 * A mother about whom somebody was not sure.
 *
 * @param known what is compared: kept since the midwife decided, whatever became of the evidence
 */
record OpenMatch(Task task, Patient mother, Demographics known) {

    String patient() {
        return Tasks.patient(task);
    }

    Optional<String> claimedPhn() {
        return Tasks.claimedPhn(task);
    }

    Optional<String> candidate() {
        return Tasks.candidate(task);
    }

    /** Whether she proved who she is when she was registered. */
    boolean verified() {
        return MotherRecord.of(mother).isVerified();
    }
}
