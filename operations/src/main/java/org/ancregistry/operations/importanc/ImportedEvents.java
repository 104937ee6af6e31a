package org.ancregistry.operations.importanc;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Importer;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.inbound.EventSaid;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.DatingEvidence;
import org.ancregistry.domain.rules.Course;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.JudgedAgain;
import org.ancregistry.operations.JudgedAgain.Struck;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.UrgentIssues;
import org.ancregistry.operations.fhir.AnswerResources;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Computed;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.importanc.ImportedMothers.Mother;
import org.ancregistry.operations.importanc.ImportedPregnancies.Pregnancy;
import org.ancregistry.operations.importanc.ImportedSources.Brought;
import org.ancregistry.operations.importanc.Sent.Event;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.jspecify.annotations.Nullable;

/** Makes contacts of events, one after another, as a midwife would have written them. */
final class ImportedEvents {

    private final Assessing assessing;
    private final Clock clock;
    private final Mother mother;
    private final Pregnancy pregnancy;
    private final Importer importer;
    private final Findings findings;
    private final EventAnswers answered;
    private final List<Resource> earlier;
    private final List<Resource> written = new ArrayList<>();
    private final ImportedCorrections corrections;
    private final UrgentIssues urgent;
    private final JudgedAgain judging;
    private int lastNumber;
    private @Nullable Dating dating;
    private @Nullable RiskAssessment newest;

    ImportedEvents(
            Records records,
            PregnancyFacts facts,
            Assessing assessing,
            Clock clock,
            Mother mother,
            Pregnancy pregnancy,
            Importer importer,
            Findings findings) {
        this.assessing = assessing;
        this.clock = clock;
        this.mother = mother;
        this.pregnancy = pregnancy;
        this.importer = importer;
        this.findings = findings;
        this.answered = new EventAnswers(findings);
        this.dating = pregnancy.dating();
        var known = Optional.ofNullable(mother.known());
        this.earlier = new ArrayList<>(known.map(patient -> facts.foundSince(patient, pregnancy.since(clock)))
                .orElse(List.of()));
        this.urgent = new UrgentIssues(known.map(facts::urgent).orElse(List.of()), clock);
        this.corrections = new ImportedCorrections(records, facts, mother.reference(), urgent, findings);
        this.judging = new JudgedAgain(assessing, facts, records, clock);
        this.lastNumber =
                pregnancy.isNew() ? 0 : Contacts.nextNumber(facts.contacts(Canon.referenceTo(pregnancy.episode()))) - 1;
        this.newest =
                pregnancy.isNew() ? null : known.flatMap(facts::lastAssessment).orElse(null);
    }

    /** What is stored beside the contacts: what is struck out, what is judged anew without it, and what cannot wait. */
    List<Resource> beside() {
        var beside = new ArrayList<>(corrections.toWrite());
        if (!corrections.struckOut().isEmpty()) {
            var since = pregnancy.episode().getPeriod().getStartElement();
            var act = new Struck(mother.reference(), since, dating, corrections.struckOut(), written);
            beside.addAll(judging.without(act, isOpen() ? urgent : new UrgentIssues(List.of(), clock)));
        }
        beside.addAll(urgent.changed());
        return beside;
    }

    private boolean isOpen() {
        return pregnancy.episode().getStatus() == EpisodeOfCareStatus.ACTIVE;
    }

    @Nullable
    Dating dating() {
        return dating;
    }

    /**
     * The contact that one event is.
     *
     * @param practitioner reference to whoever wrote it there
     * @param before what it was when it was brought before and said something else
     */
    ImportedEvent contact(Event event, String practitioner, @Nullable Brought before) {
        var old = before == null ? Optional.<Encounter>empty() : corrections.strikeOut(event, before.reference());
        forget(corrections.gone());
        var on = ContactMoment.day(event.found(), clock);
        var said = answered.read(event);
        var answers = answered.reviewed(said, on);
        var contact = Contacts.finished(event.contactType(), mother.reference(), event.start(), practitioner)
                .setServiceProvider(new Reference(importer.facility()));
        if (event.end() != null) {
            contact.getPeriod().setEndElement(event.end().copy());
        }
        old.ifPresent(wrong -> corrections.addTo(contact, wrong));
        count(contact, old.map(Contacts::number));
        var context = new ContactContext(mother.reference(), Canon.referenceTo(contact), event.found(), practitioner);
        var found = new ArrayList<Resource>(new AnswerResources(context, Set.of()).of(answers));
        found.addAll(dated(answers, on, new Computed(context)));
        note(contact, said, on);
        found.add(assessed(context, answers, found));
        earlier.addAll(found);
        written.addAll(found);
        return new ImportedEvent(event, said, contact, found);
    }

    private void count(Encounter contact, Optional<Integer> number) {
        var episode = pregnancy.episode();
        if (number.isPresent()) {
            Pregnancies.touch(episode, Canon.referenceTo(contact), Pregnancies.contacts(episode));
        } else {
            Pregnancies.addContact(episode, Canon.referenceTo(contact));
        }
        Contacts.inPregnancy(contact, Canon.referenceTo(episode), number.orElseGet(() -> ++lastNumber));
    }

    /** What was dated here stays so: another system's date is compared, not taken in its place. */
    private List<? extends Resource> dated(Answers answers, LocalDate on, Computed computed) {
        var told = DatingEvidence.in(answers).dating(on);
        if (dating == null && told.isPresent()) {
            dating = told.get();
            return computed.dated(told.get(), on);
        }
        return dating == null
                ? List.of()
                : computed.age(dating, on).map(List::of).orElse(List.of());
    }

    private void note(Encounter contact, EventSaid said, LocalDate on) {
        var checked = said.checked(dating, on);
        findings.add(checked.findings());
        var notes = new ArrayList<>(checked.notes());
        if (!said.toAsk().isEmpty()) {
            notes.add("Ask her, since the other system could not tell: " + String.join(", ", said.toAsk()));
        }
        if (!notes.isEmpty()) {
            Contacts.note(contact, String.join("\n", notes));
        }
    }

    private Resource assessed(ContactContext context, Answers answers, List<Resource> found) {
        var born = PatientDemographics.birthDate(mother.record());
        var course = new Course(born, dating, pregnancy.since(clock));
        var assessed = assessing.told(context, answers, course, found, List.copyOf(earlier), newest);
        if (isOpen()) {
            urgent.seenAgain(context, assessed.assessment());
            urgent.found(assessed.stored().issues());
        }
        if (newest == null || !moment(newest).isAfter(moment(assessed.resource()))) {
            newest = assessed.resource();
        }
        return assessed.resource();
    }

    private Instant moment(RiskAssessment assessment) {
        return ContactMoment.instant(assessment.getOccurrenceDateTimeType(), clock);
    }

    /** What is struck out is no ground any more, and dates nothing. */
    private void forget(Set<String> gone) {
        var wrong = earlier.stream()
                .filter(resource -> gone.contains(Canon.referenceTo(resource)))
                .toList();
        earlier.removeAll(wrong);
        if (wrong.stream().anyMatch(DueDates::says)) {
            dating = DueDates.in(earlier).orElse(null);
        }
    }
}
