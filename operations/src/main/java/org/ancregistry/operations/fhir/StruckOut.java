package org.ancregistry.operations.fhir;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Marks what was written in error. It stays readable and counts no more; nothing is ever deleted. */
public final class StruckOut {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String IN_ERROR = "entered-in-error";

    private StruckOut() {}

    /** Whether the resource can be struck out and was now. */
    public static boolean mark(Resource resource) {
        if (resource instanceof Encounter contact) {
            contact.setStatus(EncounterStatus.ENTEREDINERROR);
        } else if (resource instanceof Observation observation) {
            observation.setStatus(ObservationStatus.ENTEREDINERROR);
        } else if (resource instanceof Condition condition) {
            condition.setVerificationStatus(inError("condition-ver-status")).setClinicalStatus(null);
        } else if (resource instanceof AllergyIntolerance allergy) {
            allergy.setVerificationStatus(inError("allergyintolerance-verification"))
                    .setClinicalStatus(null);
        } else if (resource instanceof MedicationStatement medicine) {
            medicine.setStatus(MedicationStatementStatus.ENTEREDINERROR);
        } else if (resource instanceof Immunization vaccine) {
            vaccine.setStatus(ImmunizationStatus.ENTEREDINERROR);
        } else if (resource instanceof RiskAssessment assessment) {
            assessment.setStatus(RiskAssessmentStatus.ENTEREDINERROR);
        } else if (resource instanceof DetectedIssue issue) {
            issue.setStatus(DetectedIssueStatus.ENTEREDINERROR);
        } else if (resource instanceof ServiceRequest referral) {
            referral.setStatus(ServiceRequestStatus.ENTEREDINERROR);
        } else {
            return false;
        }
        return true;
    }

    /** An appointment or a task that was arranged in error: nobody is expected, nobody waits for it. */
    public static void callOff(Resource arranged, DateTimeType now) {
        if (arranged instanceof Appointment appointment) {
            appointment
                    .setStatus(AppointmentStatus.CANCELLED)
                    .setCancelationReason(Canon.concept("anc-correction", IN_ERROR));
        } else if (arranged instanceof Task task) {
            task.setStatus(TaskStatus.CANCELLED).setLastModifiedElement(now.copy());
        }
    }

    /** Whether a finding was struck out, by whoever wrote it. */
    public static boolean isMarked(Resource resource) {
        if (resource instanceof Observation observation) {
            return observation.getStatus() == ObservationStatus.ENTEREDINERROR;
        }
        if (resource instanceof Condition condition) {
            return condition.getVerificationStatus().getCoding().stream()
                    .anyMatch(coding -> IN_ERROR.equals(coding.getCode()));
        }
        return resource instanceof Immunization vaccine && vaccine.getStatus() == ImmunizationStatus.ENTEREDINERROR;
    }

    private static CodeableConcept inError(String system) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(TERMINOLOGY + system).setCode(IN_ERROR);
        return concept;
    }
}
