package org.ancregistry.operations.fhir;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.ancregistry.domain.pregnancy.PlannedContact;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** What stands beside the findings: her consent, who wrote what on whose word, what is planned and what is left to do. */
public final class Papers {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

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

    /** Her consent that her record is kept and shared, proved by her own authentication. */
    public Consent verifiedConsent(boolean permit, String evidenceHandle, Instant authenticatedAt) {
        var consent = consent(permit).addIdentifier(EvidenceReference.of(evidenceHandle));
        consent.addVerification()
                .setVerified(true)
                .setVerifiedWith(context.subject())
                .setVerificationDate(Date.from(authenticatedAt));
        return consent;
    }

    /** Her word alone: it opens the record to those who care for her and to nobody else. */
    public Consent spokenConsent(boolean permit, String area) {
        var consent = consent(permit);
        consent.addVerification().setVerified(false);
        careTeam(consent, area);
        careTeam(consent, facility);
        return consent;
    }

    /** Her own answer to what she was heard to say, proved by her own authentication. */
    public static Consent answered(
            Consent spoken, boolean permit, String evidenceHandle, Instant authenticatedAt, DateTimeType when) {
        var context = new ContactContext(spoken.getPatient().getReference(), "", when, "");
        var facility = String.valueOf(spoken.getOrganizationFirstRep().getReference());
        return new Papers(context, facility).verifiedConsent(permit, evidenceHandle, authenticatedAt);
    }

    private static void careTeam(Consent consent, String organization) {
        consent.getProvision()
                .addActor()
                .setRole(concept("v3-ParticipationType", "IRCP"))
                .setReference(new Reference(organization));
    }

    private Consent consent(boolean permit) {
        var category = new CodeableConcept();
        category.addCoding().setSystem("http://loinc.org").setCode("59284-0");
        var consent = Canon.begun(new Consent(), "anc-record-consent")
                .setStatus(ConsentState.ACTIVE)
                .setScope(concept("consentscope", "patient-privacy"))
                .addCategory(category)
                .setPatient(context.subject())
                .setDateTimeElement(context.dateTime())
                .addPerformer(context.subject())
                .addOrganization(new Reference(facility))
                .setPolicyRule(concept("v3-ActCode", permit ? "OPTIN" : "OPTOUT"));
        consent.getProvision().setType(permit ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY);
        return consent;
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

    private DeskPapers atDesk() {
        return new DeskPapers(context.patient(), context.when(), context.performer(), facility);
    }

    private static CodeableConcept concept(String system, String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(TERMINOLOGY + system).setCode(code);
        return concept;
    }
}
