package org.ancregistry.interceptors.access;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Whose a resource is: the women it is about. One with no owner, or of a type that is not known here, is nobody's. */
public final class Owners {

    private static final String PATIENT = "Patient/";

    private Owners() {}

    /** {@code Patient/…} of each woman the resource is about. */
    public static Set<String> of(Resource resource) {
        return among(references(resource));
    }

    /** Those of the references that lead to a woman. */
    public static Set<String> among(List<Reference> references) {
        var women = new HashSet<String>();
        addAll(references, women);
        return Collections.unmodifiableSet(women);
    }

    public static Set<String> of(Collection<? extends Resource> resources) {
        var women = new HashSet<String>();
        resources.forEach(resource -> addAll(references(resource), women));
        return Collections.unmodifiableSet(women);
    }

    private static void addAll(List<Reference> references, Set<String> women) {
        for (var reference : references) {
            var woman = patient(reference);
            if (woman != null) {
                women.add(woman);
            }
        }
    }

    private static List<Reference> references(Resource resource) {
        if (resource instanceof Patient patient) {
            return List.of(new Reference(PATIENT + patient.getIdElement().getIdPart()));
        } else if (resource instanceof Observation observation) {
            return List.of(observation.getSubject());
        } else if (resource instanceof Condition condition) {
            return List.of(condition.getSubject());
        } else if (resource instanceof Encounter encounter) {
            return List.of(encounter.getSubject());
        } else if (resource instanceof EpisodeOfCare pregnancy) {
            return List.of(pregnancy.getPatient());
        }
        return ofTreatment(resource);
    }

    private static List<Reference> ofTreatment(Resource resource) {
        if (resource instanceof MedicationStatement medication) {
            return List.of(medication.getSubject());
        } else if (resource instanceof AllergyIntolerance allergy) {
            return List.of(allergy.getPatient());
        } else if (resource instanceof Immunization immunization) {
            return List.of(immunization.getPatient());
        } else if (resource instanceof ServiceRequest referral) {
            return List.of(referral.getSubject());
        } else if (resource instanceof CarePlan plan) {
            return List.of(plan.getSubject());
        } else if (resource instanceof RiskAssessment assessment) {
            return List.of(assessment.getSubject());
        } else if (resource instanceof DetectedIssue issue) {
            return List.of(issue.getPatient());
        }
        return ofWork(resource);
    }

    private static List<Reference> ofWork(Resource resource) {
        if (resource instanceof Composition summary) {
            return List.of(summary.getSubject());
        } else if (resource instanceof Task task) {
            return List.of(task.getFor());
        } else if (resource instanceof Consent consent) {
            return List.of(consent.getPatient());
        } else if (resource instanceof Appointment appointment) {
            return appointment.getParticipant().stream()
                    .map(Appointment.AppointmentParticipantComponent::getActor)
                    .toList();
        } else if (resource instanceof Provenance provenance) {
            return provenance.getTarget();
        } else if (resource instanceof MeasureReport report) {
            return report.getContained().stream()
                    .filter(ListResource.class::isInstance)
                    .flatMap(list -> ((ListResource) list).getEntry().stream())
                    .map(ListResource.ListEntryComponent::getItem)
                    .toList();
        } else if (resource instanceof AuditEvent event) {
            return event.getEntity().stream()
                    .map(AuditEvent.AuditEventEntityComponent::getWhat)
                    .toList();
        }
        return List.of();
    }

    /** A whole record is hundreds of references, asked about several times: the usual form is not taken apart. */
    private static @Nullable String patient(Reference reference) {
        var text = reference.getReference();
        if (text != null && text.startsWith(PATIENT) && text.length() > PATIENT.length() && isPlain(text)) {
            return text;
        }
        var id = reference.getReferenceElement();
        return "Patient".equals(id.getResourceType()) && id.hasIdPart() ? PATIENT + id.getIdPart() : null;
    }

    private static boolean isPlain(String text) {
        return text.indexOf('/', PATIENT.length()) < 0;
    }
}
