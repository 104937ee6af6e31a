package org.ancregistry.operations.recordoutcome;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.pregnancy.EndDay;
import org.ancregistry.domain.pregnancy.EndKind;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.UrgentIssues;
import org.ancregistry.operations.fhir.AnswerResources;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Children;
import org.ancregistry.operations.fhir.Computed;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.Papers;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.fhir.StruckOut;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Ending;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Stores the end of a pregnancy with all that it calls off, or takes it back as a whole. */
public final class OutcomeWriting {

    private final Records records;
    private final PregnancyFacts facts;
    private final Assessing assessing;
    private final PlannedCare planned;
    private final CalledOff calledOff;
    private final Clock clock;

    /** @param clock in the zone whose days count */
    public OutcomeWriting(
            Records records, PregnancyFacts facts, Assessing assessing, PlannedCare planned, Clock clock) {
        this.records = records;
        this.facts = facts;
        this.assessing = assessing;
        this.planned = planned;
        this.calledOff = new CalledOff(clock);
        this.clock = clock;
    }

    /** What was written: the contact that says it, and what is rare in it. */
    record Written(String contact, @Nullable OutcomeAnswers answers) {}

    Written end(Caller caller, String patient, Ending ending, EpisodeOfCare pregnancy) {
        var days = days(patient, pregnancy);
        var answers = OutcomeAnswers.of(ending, days);
        var contact = contact(caller, patient, ending, pregnancy);
        var context = context(caller, patient, contact);
        var written = new ArrayList<Resource>();
        written.add(contact);
        written.addAll(found(answers, context));
        if (ending.kind().isBirth()) {
            days.isPreterm(ending.on()).ifPresent(early -> written.add(new Computed(context).preterm(early)));
        }
        var urgent = new UrgentIssues(facts.urgent(patient), clock);
        urgent.ended(context);
        written.addAll(urgent.changed());
        written.addAll(calledOff.callOff(planned.open(patient), ending.on()));
        if (ending.kind() == EndKind.MATERNAL_DEATH) {
            written.add(mother(patient).setDeceased(new DateTimeType(ending.on().toString())));
        }
        Pregnancies.end(pregnancy, answers.kind().code(), moment(ending.on(), days.registered()));
        Pregnancies.touch(pregnancy, Canon.referenceTo(contact), Pregnancies.contacts(pregnancy));
        written.add(pregnancy);
        written.add(papers(caller, context).provenance(List.copyOf(written), "CREATE", null));
        records.write(written);
        return new Written(Canon.referenceTo(contact), answers);
    }

    private EndDay days(String patient, EpisodeOfCare pregnancy) {
        var since = ContactMoment.day(pregnancy.getPeriod().getStartElement(), clock);
        var today = ContactMoment.day(ContactMoment.now(clock), clock);
        return new EndDay(since, assessing.dating(patient, since).orElse(null), today);
    }

    /** A period that began and ended on one day has its times, since its end may not lie before its beginning. */
    private DateTimeType moment(LocalDate on, LocalDate registered) {
        if (!on.equals(registered)) {
            return new DateTimeType(on.toString());
        }
        var midnight = on.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        var moment = midnight.isBefore(clock.instant()) ? midnight.minusSeconds(1) : clock.instant();
        return new DateTimeType(Date.from(moment), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(clock.getZone()));
    }

    /** It carries the number of the last contact: writing this down is no further one. */
    private Encounter contact(Caller caller, String patient, Ending ending, EpisodeOfCare pregnancy) {
        var contact = Contacts.finished(Contacts.OUTCOME, patient, ContactMoment.now(clock), caller.id())
                .setServiceProvider(new Reference(caller.facility()));
        if (ending.note() != null) {
            Contacts.note(contact, ending.note());
        }
        var episode = Canon.referenceTo(pregnancy);
        return Contacts.inPregnancy(contact, episode, Math.max(Contacts.nextNumber(facts.contacts(episode)) - 1, 1));
    }

    private static List<Resource> found(OutcomeAnswers answers, ContactContext context) {
        var found = new ArrayList<Resource>(
                new AnswerResources(context, answers.pregnancy().confirmed())
                        .of(answers.pregnancy().answers()));
        for (var i = 0; i < answers.children().size(); i++) {
            var child = answers.children().get(i);
            found.addAll(Children.mark(i + 1, new AnswerResources(context, child.confirmed()).of(child.answers())));
        }
        return found;
    }

    /** What was written at that contact is struck out, and what it had called off holds again. */
    void takeBack(Caller caller, String patient, String reason, Encounter contact, EpisodeOfCare pregnancy) {
        var reference = Canon.referenceTo(contact);
        var written = new ArrayList<Resource>(facts.writtenAt(patient, reference));
        written.add(contact);
        written.removeIf(resource -> !StruckOut.mark(resource));
        var urgent = new UrgentIssues(facts.urgent(patient), clock);
        urgent.strikeOut(reference);
        written.addAll(urgent.changed());
        written.addAll(calledOff.putBack(planned.calledOffAt(reference)));
        if (Pregnancies.outcome(pregnancy)
                .filter(EndKind.MATERNAL_DEATH.code()::equals)
                .isPresent()) {
            written.add(mother(patient).setDeceased(null));
        }
        Pregnancies.reopen(pregnancy);
        Pregnancies.touch(pregnancy, reference, Pregnancies.contacts(pregnancy));
        written.add(pregnancy);
        written.add(inError(
                papers(caller, context(caller, patient, contact)).provenance(List.copyOf(written), "NULLIFY", null),
                reason));
        records.write(written);
    }

    private static Provenance inError(Provenance provenance, String reason) {
        return provenance.addReason(
                Canon.concept("anc-correction", "entered-in-error").setText(reason));
    }

    private ContactContext context(Caller caller, String patient, Encounter contact) {
        return new ContactContext(patient, Canon.referenceTo(contact), ContactMoment.now(clock), caller.id());
    }

    private static Papers papers(Caller caller, ContactContext context) {
        return new Papers(context, Given.present(caller.facility(), "facility"));
    }

    private Patient mother(String patient) {
        return records.read(Patient.class, patient).orElseThrow();
    }
}
