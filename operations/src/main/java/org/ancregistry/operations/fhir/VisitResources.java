package org.ancregistry.operations.fhir;

import java.util.TimeZone;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** What follows from a contact: medicines, a referral, the next appointment. */
public final class VisitResources {

    private final ContactContext context;

    public VisitResources(ContactContext context) {
        this.context = context;
    }

    /** A medicine in the writer's own words. */
    public MedicationStatement medicine(String text, @Nullable String dose, @Nullable String note) {
        var statement = new Facts(context).medicine(new CodeableConcept().setText(text));
        if (dose != null) {
            statement.addDosage().setText(dose);
        }
        if (note != null) {
            statement.addNote().setText(note);
        }
        return statement;
    }

    /**
     * A referral, which opens her record to that facility's team while it is active.
     *
     * @param transport how she gets there, once somebody has asked
     */
    public ServiceRequest referral(String to, boolean urgent, String reason, @Nullable Transport transport) {
        var referral = Canon.begun(new ServiceRequest(), "anc-referral")
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setPriority(urgent ? ServiceRequestPriority.URGENT : ServiceRequestPriority.ROUTINE)
                .setCode(new CodeableConcept().setText("Referral"))
                .setSubject(context.subject())
                .setEncounter(context.contact())
                .setAuthoredOnElement(context.dateTime())
                .setRequester(context.by())
                .addPerformer(new Reference(to))
                .addReasonCode(new CodeableConcept().setText(reason));
        if (transport != null) {
            referral.addOrderDetail(transport.concept());
        }
        return referral;
    }

    /** Asks the facility that she is sent to for feedback. */
    public Task feedback(ServiceRequest referral) {
        var code = new CodeableConcept();
        code.addCoding().setSystem(Tasks.FHIR_TASK).setCode(Tasks.FEEDBACK);
        var urgent = referral.getPriority() == ServiceRequestPriority.URGENT;
        return Canon.begun(new Task(), "anc-task")
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setPriority(urgent ? TaskPriority.URGENT : TaskPriority.ROUTINE)
                .setCode(code)
                .setFocus(new Reference(Canon.referenceTo(referral)))
                .setFor(context.subject())
                .setEncounter(context.contact())
                .setAuthoredOnElement(context.dateTime())
                .setRequester(context.by())
                .setOwner(referral.getPerformerFirstRep().copy());
    }

    /** When she is expected next, at that place. */
    public Appointment appointment(DateTimeType start, String place, TimeZone zone) {
        return Appointments.booked(context.subject(), start, place, zone);
    }
}
