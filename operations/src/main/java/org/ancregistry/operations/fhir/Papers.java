package org.ancregistry.operations.fhir;

import java.util.List;
import org.ancregistry.domain.pregnancy.PlannedContact;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** What stands beside the findings: who wrote what on whose word, what is planned and what is left to do. */
public final class Papers {

    private final ContactContext context;
    private final String facility;

    /**
     * @param context whom and which contact the papers are about
     * @param facility {@code Organization/…} in whose name the midwife writes
     */
    public Papers(ContactContext context, String facility) {
        this.context = context;
        this.facility = facility;
    }

    /** Who wrote this, in whose name and, where there is any, on what evidence. */
    public Provenance provenance(List<? extends Resource> targets, String activity, @Nullable String evidenceHandle) {
        var provenance = atDesk().provenance(targets, activity);
        return evidenceHandle == null ? provenance : DeskPapers.onEvidence(provenance, evidenceHandle);
    }

    /** The contacts to come, each with the days on which it is in time. */
    public CarePlan schedule(List<PlannedContact> contacts) {
        var plan = Canon.begun(new CarePlan(), "anc-contact-schedule")
                .setStatus(CarePlanStatus.ACTIVE)
                .setIntent(CarePlanIntent.PLAN)
                .setSubject(context.subject())
                .setEncounter(context.contact())
                .setCreatedElement(context.dateTime())
                .setAuthor(context.by());
        contacts.forEach(contact -> plan.addActivity()
                .getDetail()
                .setStatus(CarePlanActivityStatus.NOTSTARTED)
                .setScheduled(window(contact))
                .setDescription(
                        contact.delivery() ? "Refer for delivery" : "Contact at " + contact.weeks() + " weeks"));
        return plan;
    }

    /** The days on which a planned contact is in time. */
    public static Period window(PlannedContact contact) {
        return new Period()
                .setStartElement(new DateTimeType(contact.opens().toString()))
                .setEndElement(new DateTimeType(contact.closes().toString()));
    }

    /** Work that is left to do about her record. */
    public Task task(String code, String description) {
        return atDesk().task(code, description).setEncounter(context.contact());
    }

    /** Has the registry look into the country's directory when that answers again. */
    public Task matchLater() {
        return atDesk().matchLater().setEncounter(context.contact());
    }

    private DeskPapers atDesk() {
        return new DeskPapers(context.patient(), context.when(), context.performer(), facility);
    }
}
