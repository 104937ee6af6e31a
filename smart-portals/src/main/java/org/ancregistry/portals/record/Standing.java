package org.ancregistry.portals.record;

import java.util.Set;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;

/** Whether what a resource says still stands: it was not struck out, refuted or called off. */
final class Standing {

    private static final Set<String> TAKEN_BACK = Set.of("refuted", "entered-in-error");

    private Standing() {}

    static boolean of(Resource resource) {
        if (resource instanceof Observation observation) {
            return observation.getStatus() != ObservationStatus.ENTEREDINERROR
                    && observation.getStatus() != ObservationStatus.CANCELLED;
        } else if (resource instanceof Condition condition) {
            return !isTakenBack(condition.getVerificationStatus());
        } else if (resource instanceof AllergyIntolerance allergy) {
            return !isTakenBack(allergy.getVerificationStatus());
        } else if (resource instanceof MedicationStatement medicine) {
            return medicine.getStatus() != MedicationStatementStatus.ENTEREDINERROR;
        }
        return !(resource instanceof Immunization vaccine) || vaccine.getStatus() != ImmunizationStatus.ENTEREDINERROR;
    }

    private static boolean isTakenBack(CodeableConcept verification) {
        return verification.getCoding().stream()
                .anyMatch(coding -> TAKEN_BACK.contains(String.valueOf(coding.getCode())));
    }
}
