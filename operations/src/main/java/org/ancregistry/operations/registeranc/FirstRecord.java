package org.ancregistry.operations.registeranc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Sharing;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.PlannedContact;
import org.ancregistry.operations.ReviewedAnswers;
import org.ancregistry.operations.fhir.AnswerResources;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Computed;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.Papers;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.PhnDecisions;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.fhir.RecordConsents;
import org.ancregistry.operations.fhir.RecordConsents.Wish;
import org.ancregistry.operations.fhir.RiskAssessments.Stored;
import org.ancregistry.operations.registeranc.Mothers.Mother;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** All that a registration writes about one mother, ready to be stored at once. */
final class FirstRecord {

    private final Caller caller;
    private final RegisterAnc asked;
    private final Registrant registrant;
    private final Mother mother;
    private final EpisodeOfCare pregnancy;
    private final Encounter contact;
    private final Papers papers;
    private final ContactContext context;
    private final List<Resource> resources = new ArrayList<>();
    private @Nullable Task task;

    FirstRecord(Caller caller, RegisterAnc asked, Registrant registrant, Mother mother, Place place) {
        this.caller = caller;
        this.asked = asked;
        this.registrant = registrant;
        this.mother = mother;
        var patient = mother.reference();
        this.pregnancy = Pregnancies.opened(
                patient, place.area(), caller.id(), place.when().getValue());
        this.contact = Contacts.finished(asked.contact().type(), patient, place.when(), caller.id());
        contact.setServiceProvider(new Reference(place.facility()));
        Contacts.inPregnancy(contact, Canon.referenceTo(pregnancy), 1);
        Pregnancies.addContact(pregnancy, Canon.referenceTo(contact));
        this.context = new ContactContext(patient, Canon.referenceTo(contact), place.when(), caller.id());
        this.papers = new Papers(context, place.facility());
        resources.addAll(List.of(mother.patient(), pregnancy, contact));
        addConsent(place);
        addTask(place.area());
    }

    /**
     * Where and when she is registered.
     *
     * @param area {@code Organization/…} of the PHM area
     * @param facility {@code Organization/…} where she is seen
     */
    record Place(String area, String facility, DateTimeType when) {}

    private void addConsent(Place place) {
        var evidence = registrant.evidence();
        var said = new RecordConsents(mother.reference(), place.facility(), place.when());
        // A no keeps her record to the area that must register her pregnancy: her care goes on, and nobody else reads
        // it.
        var sharing = asked.consent().permit() ? Sharing.CARE_TEAM : Sharing.OWN_AREA;
        resources.add(
                evidence == null
                        ? said.spoken(sharing, place.area())
                        : said.verified(new Wish(sharing, List.of()), evidence.handle(), evidence.authenticatedAt()));
    }

    /** A midwife who was not sure leaves a decision to the supervisor; a woman without evidence is verified later. */
    private void addTask(String area) {
        if (asked.decision() == PhnDecision.NOT_SURE) {
            var decide = papers.task("decide-match", "Decide which PHN is hers.");
            decide.addPerformerType(Canon.concept("anc-role", "supervisor")).setOwner(new Reference(area));
            if (asked.phn() != null) {
                decide.addInput()
                        .setType(Canon.concept("anc-dictionary", "phn"))
                        .setValue(new StringType(asked.phn()));
            }
            add(decide);
        }
        if (!registrant.verified()) {
            var verify = papers.task("verify-later", "Verify who she is when she has her national ID at hand.");
            verify.setOwner(new Reference(caller.id()));
            verify.setReasonCode(Canon.concept("anc-unverified-reason", String.valueOf(asked.unverifiedReason())));
            add(verify);
        }
    }

    /** The country's directory did not answer: the registry asks it once more by itself. */
    void lookedForLater() {
        add(papers.matchLater());
    }

    private void add(Task work) {
        task = task == null ? work : task;
        resources.add(work);
    }

    /** Adds what was answered. */
    FirstRecord answered(ReviewedAnswers given) {
        resources.addAll(new AnswerResources(context, given.confirmed()).of(given.answers()));
        new Computed(context).bodyMassIndex(given.answers()).ifPresent(resources::add);
        return this;
    }

    /** Adds how far she is and the plan of her contacts. */
    FirstRecord dated(Dating dating, LocalDate on, List<PlannedContact> plan) {
        resources.addAll(new Computed(context).dated(dating, on));
        if (!plan.isEmpty()) {
            resources.add(papers.schedule(plan));
        }
        return this;
    }

    /** Adds what the clinical rules say of it. */
    void assessed(Stored assessment) {
        resources.add(assessment.risk());
        resources.addAll(assessment.issues());
    }

    /** What is in it so far. */
    List<Resource> written() {
        return List.copyOf(resources);
    }

    ContactContext context() {
        return context;
    }

    /** Everything, with the provenance of all of it. */
    List<Resource> complete() {
        var evidence = registrant.evidence();
        var provenance =
                papers.provenance(List.copyOf(resources), "CREATE", evidence == null ? null : evidence.handle());
        reason(provenance);
        var seen = mother.seen();
        PhnDecisions.record(
                provenance,
                asked.decision().code(),
                mother.phn(),
                registrant.best(),
                seen == null ? null : PatientDemographics.of(seen, null));
        resources.add(provenance);
        return resources;
    }

    private void reason(Provenance provenance) {
        if (!registrant.verified()) {
            provenance.addReason(Canon.concept("anc-unverified-reason", String.valueOf(asked.unverifiedReason())));
        }
    }

    EpisodeOfCare pregnancy() {
        return pregnancy;
    }

    Encounter contact() {
        return contact;
    }

    Optional<Task> task() {
        return Optional.ofNullable(task);
    }
}
