package org.ancregistry.operations.fhir;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
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

    private static CodeableConcept inError(String system) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(TERMINOLOGY + system).setCode(IN_ERROR);
        return concept;
    }
}
