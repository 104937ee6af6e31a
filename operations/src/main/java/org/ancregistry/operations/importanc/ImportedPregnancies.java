package org.ancregistry.operations.importanc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.access.Importer;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.inbound.ImportFinding;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.domain.inbound.PregnancySpan;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.importanc.ImportedMothers.Mother;
import org.ancregistry.operations.importanc.ImportedSources.Brought;
import org.ancregistry.operations.importanc.Sent.Event;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pregnancy that the events belong to: the one that is looked after, or the one whose events were brought before;
 * or begins one.
 */
public final class ImportedPregnancies {

    private final ActivePregnancies active;
    private final Records records;
    private final PregnancyFacts facts;
    private final Clock clock;

    public ImportedPregnancies(ActivePregnancies active, Records records, PregnancyFacts facts, Clock clock) {
        this.active = active;
        this.records = records;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A pregnancy.
     *
     * @param dating what is known of its age before these events
     */
    record Pregnancy(EpisodeOfCare episode, @Nullable Dating dating, boolean isNew) {

        LocalDate since(Clock clock) {
            return ContactMoment.day(episode.getPeriod().getStartElement(), clock);
        }
    }

    Pregnancy of(Mother mother, List<Event> events, Map<String, Brought> before, Importer importer, Findings findings) {
        return held(mother.known(), before)
                .flatMap(reference -> records.read(EpisodeOfCare.class, reference))
                .map(episode -> known(mother, episode, events, findings))
                .orElseGet(() -> begun(mother, events, importer, findings));
    }

    private Optional<String> held(@Nullable String patient, Map<String, Brought> before) {
        if (patient == null) {
            return Optional.empty();
        }
        var earlier = ofEarlierEvents(patient, before);
        return earlier.isPresent() ? earlier : active.of(patient);
    }

    private Optional<String> ofEarlierEvents(String patient, Map<String, Brought> before) {
        return before.values().stream()
                .map(Brought::reference)
                .filter(reference -> reference.startsWith("Encounter/"))
                .flatMap(contact -> records.read(Encounter.class, contact).stream())
                .filter(Encounter::hasEpisodeOfCare)
                .filter(contact -> patient.equals(contact.getSubject().getReference()))
                .map(contact -> contact.getEpisodeOfCareFirstRep().getReference())
                .findFirst();
    }

    private Pregnancy known(Mother mother, EpisodeOfCare episode, List<Event> events, Findings findings) {
        var edd = facts.date(
                        String.valueOf(mother.known()),
                        code("edd"),
                        ContactMoment.day(episode.getPeriod().getStartElement(), clock))
                .orElse(null);
        var dating = edd == null ? null : new Dating(edd, Dating.Source.LAST_PERIOD);
        var pregnancy = new Pregnancy(episode, dating, false);
        var span = new PregnancySpan(pregnancy.since(clock), edd);
        events.stream()
                .filter(event -> !span.holds(ContactMoment.day(event.start(), clock)))
                .forEach(event -> findings.add(
                        event.entry(),
                        Kind.ANOTHER_PREGNANCY,
                        "resource.period",
                        "This cannot belong to the pregnancy of her record here: close that one first."));
        return pregnancy;
    }

    private Pregnancy begun(Mother mother, List<Event> events, Importer importer, Findings findings) {
        var first = events.stream()
                .min(Comparator.comparing(event -> ContactMoment.instant(event.start(), clock)))
                .orElse(null);
        if (first == null) {
            findings.add(
                    ImportFinding.EVERYTHING,
                    Kind.ANOTHER_PREGNANCY,
                    "",
                    "No event says anything of a pregnancy: send her with her registration.");
            findings.refuseWrong();
            throw new IllegalStateException("An error refuses.");
        }
        var episode = Pregnancies.opened(
                mother.reference(), importer.area(), "", first.start().getValue());
        episode.setCareManager(null);
        episode.getPeriod().setStartElement(first.start().copy());
        var span = new PregnancySpan(ContactMoment.day(first.start(), clock), dueDate(events));
        events.stream()
                .filter(event -> !span.holds(ContactMoment.day(event.start(), clock)))
                .forEach(event -> findings.add(
                        event.entry(),
                        Kind.ANOTHER_PREGNANCY,
                        "resource.period",
                        "This cannot belong to one pregnancy with the others: send each pregnancy by itself."));
        if (!span.holds(LocalDate.now(clock))) {
            episode.setStatus(EpisodeOfCareStatus.FINISHED);
            findings.add(
                    first.entry(),
                    Kind.OUTCOME_UNKNOWN,
                    "resource.period",
                    "This pregnancy is over by its dates, and how it ended is not said: it is kept as ended.");
        }
        return new Pregnancy(episode, null, true);
    }

    private static @Nullable LocalDate dueDate(List<Event> events) {
        return events.stream()
                .flatMap(event -> event.values().stream())
                .filter(value -> value.element().fields().contains("lmp"))
                .map(Sent.Value::said)
                .filter(Answer.Dated.class::isInstance)
                .map(said -> Dating.byLastPeriod(((Answer.Dated) said).value()).edd())
                .findFirst()
                .orElse(null);
    }

    private static String code(String field) {
        return Dictionary.anc().require(field).primary().code();
    }
}
