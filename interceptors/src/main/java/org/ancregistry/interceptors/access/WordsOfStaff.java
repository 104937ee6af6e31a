package org.ancregistry.interceptors.access;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * What staff write to each other in their own words: notes of contacts, orders, referrals and medicines, and why they
 * decided or corrected something. Violence and mood stand there under no code by which {@link KeptForConversation} would
 * know them, so a mother, whom she shows her record to and her apps get the resource without these words.
 */
public final class WordsOfStaff {

    private static final String TAKEN_OUT = WordsOfStaff.class.getName();
    private static final String EXTENSIONS = "https://ancregistry.org/fhir/StructureDefinition/";
    private static final String NOTE = EXTENSIONS + "anc-note";
    private static final String DECIDED_GRADE = EXTENSIONS + "anc-grade-decision";
    private static final Set<String> CHANGED =
            Set.of(EXTENSIONS + "anc-moved-contact", EXTENSIONS + "anc-missed-contact");
    private static final String WHY = "reason";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private WordsOfStaff() {}

    /** Whether this is no longer the resource as it is stored, so that its stored text is not to leave. */
    public static boolean wereTakenOutOf(Resource resource) {
        return resource.getUserData(TAKEN_OUT) != null;
    }

    /** Changes the resource, which must be one that only this answer holds. */
    static void takeOutOf(Resource resource) {
        if (takesOutOf(resource)) {
            resource.setUserData(TAKEN_OUT, true);
        }
    }

    private static boolean takesOutOf(Resource resource) {
        if (resource instanceof Encounter contact) {
            return ofContact(contact);
        } else if (resource instanceof ServiceRequest request) {
            return ofRequest(request);
        } else if (resource instanceof MedicationStatement medicine) {
            return forget(medicine, medicine.getNote());
        } else if (resource instanceof Provenance provenance) {
            return ofReasons(provenance, provenance.getReason());
        } else if (resource instanceof RiskAssessment assessment) {
            return forgetWhy(assessment, assessment.getExtensionsByUrl(DECIDED_GRADE));
        } else if (resource instanceof CarePlan plan) {
            return forgetWhy(plan, changes(plan));
        } else if (resource instanceof Appointment appointment) {
            return ofMissed(appointment);
        }
        return false;
    }

    private static boolean ofContact(Encounter contact) {
        return contact.getExtension().removeIf(extension -> NOTE.equals(extension.getUrl())) && untold(contact);
    }

    private static boolean ofRequest(ServiceRequest request) {
        var notes = forget(request, request.getNote());
        return ofReasons(request, request.getReasonCode()) || notes;
    }

    /** Planned contacts that were moved or missed. */
    private static List<Extension> changes(CarePlan plan) {
        return plan.getActivity().stream()
                .flatMap(contact -> contact.getDetail().getExtension().stream())
                .filter(extension -> CHANGED.contains(extension.getUrl()))
                .toList();
    }

    /** That she did not come she knows. Why, staff judge; why one was called off is written for her. */
    private static boolean ofMissed(Appointment appointment) {
        if (appointment.getStatus() != AppointmentStatus.NOSHOW || !appointment.hasCancelationReason()) {
            return false;
        }
        appointment.setCancelationReason(null);
        return untold(appointment);
    }

    private static boolean forgetWhy(DomainResource resource, List<Extension> decisions) {
        var changed = false;
        for (var decision : decisions) {
            changed |= decision.getExtension().removeIf(part -> WHY.equals(part.getUrl()));
        }
        return changed && untold(resource);
    }

    private static boolean forget(DomainResource resource, List<?> words) {
        if (words.isEmpty()) {
            return false;
        }
        words.clear();
        return untold(resource);
    }

    /** A code stays; what was typed beside it or in its place does not. */
    private static boolean ofReasons(DomainResource resource, List<CodeableConcept> reasons) {
        if (reasons.stream().noneMatch(CodeableConcept::hasText)) {
            return false;
        }
        reasons.forEach(WordsOfStaff::forget);
        return untold(resource);
    }

    /** A referral without any reason would not be one: that there is one is said. */
    private static void forget(CodeableConcept reason) {
        reason.setText(null);
        if (reason.isEmpty()) {
            reason.addExtension(ABSENT, new CodeType("masked"));
        }
    }

    /** A narrative may tell the same. */
    private static boolean untold(DomainResource resource) {
        resource.setText(null);
        return true;
    }
}
