package org.ancregistry.operations.importanc;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.access.Importer;
import org.ancregistry.domain.pregnancy.ContactSchedule;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.Papers;
import org.ancregistry.operations.importanc.ImportedMothers.Mother;
import org.ancregistry.operations.importanc.ImportedPregnancies.Pregnancy;
import org.ancregistry.operations.importanc.ImportedSources.Brought;
import org.ancregistry.operations.importanc.Sent.Event;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Resource;

/** Puts together all that follows from a Bundle and stores it at once. */
public final class ImportWriting {

    private final ImportedPregnancies pregnancies;
    private final Records records;
    private final PregnancyFacts facts;
    private final Assessing assessing;
    private final ContactSchedule schedule;
    private final Clock clock;

    public ImportWriting(
            ImportedPregnancies pregnancies,
            Records records,
            PregnancyFacts facts,
            Assessing assessing,
            ContactSchedule schedule,
            Clock clock) {
        this.pregnancies = pregnancies;
        this.records = records;
        this.facts = facts;
        this.assessing = assessing;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * What has to be written.
     *
     * @param changed the events that are new or say something else than before
     * @param before what was kept of the events of the Bundle
     */
    record Work(
            Importer importer,
            Sent sent,
            Mother mother,
            ImportedUsers users,
            List<Event> changed,
            Map<String, Brought> before) {

        /** Whoever wrote last there; where no event says who that is, the facility that brings it. */
        String writer() {
            return sent.events().isEmpty()
                    ? importer.facility()
                    : users.reference(
                            sent.events().get(sent.events().size() - 1).user());
        }
    }

    /** Stores it, and returns the contacts that were made of the changed events. */
    List<ImportedEvent> write(Work work, Findings findings) {
        var resources = new ArrayList<Resource>(work.users().toWrite());
        if (work.mother().changed()) {
            resources.add(work.mother().record());
        }
        var contacts = work.changed().isEmpty() && !work.mother().isNew()
                ? List.<ImportedEvent>of()
                : contacts(work, resources, findings);
        if (resources.isEmpty()) {
            return contacts;
        }
        var papers = new ImportPapers(work.mother(), work.writer(), work.importer(), clock);
        var toAsk = contacts.stream()
                .flatMap(contact -> contact.said().toAsk().stream())
                .distinct()
                .toList();
        resources.addAll(papers.tasks(work.mother(), toAsk));
        resources.add(papers.provenance(List.copyOf(resources), work.mother().isNew()));
        records.write(resources);
        return contacts;
    }

    private List<ImportedEvent> contacts(Work work, List<Resource> resources, Findings findings) {
        var pregnancy = pregnancies.of(work.mother(), work.sent().events(), work.before(), work.importer(), findings);
        findings.refuseWrong();
        var events = new ImportedEvents(
                records, facts, assessing, clock, work.mother(), pregnancy, work.importer(), findings);
        var contacts = new ArrayList<ImportedEvent>();
        for (var event : work.changed()) {
            var before = work.before().get(event.source(work.sent().mother()));
            contacts.add(events.contact(event, work.users().reference(event.user()), before));
        }
        findings.refuseWrong();
        resources.add(pregnancy.episode());
        contacts.forEach(contact -> {
            resources.add(contact.contact());
            resources.addAll(contact.found());
        });
        resources.addAll(events.beside());
        plan(pregnancy, contacts, events, work, resources);
        return contacts;
    }

    private void plan(
            Pregnancy pregnancy,
            List<ImportedEvent> contacts,
            ImportedEvents events,
            Work work,
            List<Resource> resources) {
        var dating = events.dating();
        if (!pregnancy.isNew() || dating == null || pregnancy.episode().getStatus() != EpisodeOfCareStatus.ACTIVE) {
            return;
        }
        var first = contacts.get(0);
        var planned = schedule.plan(dating, ContactMoment.day(first.event().start(), clock));
        if (!planned.isEmpty()) {
            var context = new ContactContext(
                    work.mother().reference(),
                    Canon.referenceTo(first.contact()),
                    first.event().start(),
                    work.users().reference(first.event().user()));
            resources.add(new Papers(context, work.importer().facility()).schedule(planned));
        }
    }
}
