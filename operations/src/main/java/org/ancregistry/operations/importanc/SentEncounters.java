package org.ancregistry.operations.importanc;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.inbound.Dhis2Elements;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.operations.ContactMoment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.jspecify.annotations.Nullable;

/** Reads the Encounter of an event: which one, where and when. */
final class SentEncounters {

    private static final String EVENT = "urn:dhis2:eventId";
    private static final String STAGE = "urn:dhis2:programStage";
    private static final String UID = "[A-Za-z0-9]{11}";

    private final Findings findings;
    private final SentMoments moments;
    private final Clock clock;

    /** @param clock in the installation's zone */
    SentEncounters(Findings findings, SentMoments moments, Clock clock) {
        this.findings = findings;
        this.moments = moments;
        this.clock = clock;
    }

    /** What an Encounter says of its event. */
    record Seen(
            String id,
            String contactType,
            DateTimeType start,
            @Nullable DateTimeType end) {}

    static Optional<String> id(Encounter encounter) {
        return id(encounter.getIdentifier(), EVENT);
    }

    static Optional<String> id(List<Identifier> identifiers, String system) {
        return identifiers.stream()
                .filter(identifier -> system.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .filter(value -> value != null && value.matches(UID))
                .findFirst();
    }

    /** What somebody is called there; her id when she has no name. */
    static String name(Practitioner practitioner, String id) {
        var name = practitioner.getNameFirstRep();
        var text = name.hasText() ? name.getText() : name.getNameAsSingleString();
        return text == null || text.isBlank() ? id : text.strip();
    }

    /** What it says; empty when something is missing, which is then among the findings. */
    Optional<Seen> read(int entry, Encounter encounter) {
        var id = id(encounter);
        var type = contactType(encounter);
        if (id.isEmpty()) {
            findings.add(entry, Kind.NOT_UNDERSTOOD, "resource.identifier", "Nothing says which event this is.");
        }
        if (type.isEmpty()) {
            findings.add(entry, Kind.NOT_UNDERSTOOD, "resource.type", "The mapping table has no such programme stage.");
        }
        if (encounter.getStatus() != EncounterStatus.FINISHED) {
            findings.add(entry, Kind.NOT_UNDERSTOOD, "resource.status", "Only what took place is taken.");
        }
        var start = moments.read(
                entry, "resource.period.start", encounter.getPeriod().getStartElement());
        var end =
                moments.read(entry, "resource.period.end", encounter.getPeriod().getEndElement());
        if (start.isEmpty() && end.isEmpty()) {
            findings.add(entry, Kind.TIME_IMPOSSIBLE, "resource.period", "Nothing says when this took place.");
        }
        return id.flatMap(event -> type.flatMap(kind -> seen(entry, event, kind, start, end)));
    }

    /** A visit that nobody planned has only an end; one that was planned for later has its plan for a start. */
    private Optional<Seen> seen(
            int entry, String id, String type, Optional<DateTimeType> start, Optional<DateTimeType> end) {
        var isAfter = start.isPresent()
                && end.isPresent()
                && ContactMoment.instant(start.get(), clock).isAfter(ContactMoment.instant(end.get(), clock));
        if (end.isPresent() && (start.isEmpty() || isAfter)) {
            findings.add(
                    entry, Kind.START_FROM_END, "resource.period", "No usable start: the moment of its end is taken.");
            return end.map(only -> new Seen(id, type, only, only));
        }
        return start.map(from -> new Seen(id, type, from, end.orElse(null)));
    }

    private static Optional<String> contactType(Encounter encounter) {
        return encounter.getType().stream()
                .flatMap(type -> type.getCoding().stream())
                .filter(coding -> STAGE.equals(coding.getSystem()) && coding.hasCode())
                .flatMap(coding -> Dhis2Elements.anc().contactType(coding.getCode()).stream())
                .findFirst();
    }
}
