package org.ancregistry.operations.importanc;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.domain.inbound.ImportFinding;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.fhir.Fingerprint;
import org.ancregistry.operations.importanc.Sent.Event;
import org.ancregistry.operations.importanc.Sent.User;
import org.ancregistry.operations.importanc.Sent.Value;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/** Takes a Bundle of the sync agent apart. All that is wrong with it is said at once. */
final class BundleReader {

    private final Bundle bundle;
    private final Clock clock;
    private final Findings findings;
    private final SentReferences references;
    private final SentEncounters encounters;
    private final SentMoments moments;
    private final SentValues values;
    private final UnknownNumbers numbers;
    private final Map<Integer, User> users = new LinkedHashMap<>();
    private final Map<Integer, List<Value>> valuesOf = new HashMap<>();
    private final Map<Integer, DateTimeType> foundAt = new HashMap<>();
    private int motherEntry = ImportFinding.EVERYTHING;

    BundleReader(Bundle bundle, UnknownNumbers numbers, Findings findings, Clock clock) {
        this.bundle = bundle;
        this.clock = clock;
        this.findings = findings;
        this.references = SentReferences.in(bundle);
        this.moments = new SentMoments(findings, clock);
        this.encounters = new SentEncounters(findings, moments, clock);
        this.values = new SentValues(findings, numbers, clock.getZone());
        this.numbers = numbers;
    }

    /**
     * The parts of the Bundle.
     *
     * @throws org.ancregistry.operations.Refusal when anything in it is wrong
     */
    Sent read() {
        if (bundle.getType() != BundleType.TRANSACTION) {
            findings.add(ImportFinding.EVERYTHING, Kind.NOT_UNDERSTOOD, "", "Send a Bundle of type transaction.");
        }
        var mother = mother();
        each(this::user);
        each(this::value);
        var events = new ArrayList<Event>();
        each((entry, i) -> event(entry, i).ifPresent(event -> add(events, event)));
        each(this::other);
        empty();
        findings.refuseWrong();
        events.sort(Comparator.comparing(event -> ContactMoment.instant(event.start(), clock)));
        var byId = new LinkedHashMap<String, User>();
        users.values().forEach(user -> byId.put(user.id(), user));
        return new Sent(Objects.requireNonNull(mother.orElse(null)), byId, events);
    }

    private interface EntryReader {
        void read(BundleEntryComponent entry, int i);
    }

    private void each(EntryReader reader) {
        for (var i = 0; i < bundle.getEntry().size(); i++) {
            if (bundle.getEntry().get(i).hasResource()) {
                reader.read(bundle.getEntry().get(i), i);
            }
        }
    }

    /** The agent leaves an empty entry where it had nothing to send. */
    private void empty() {
        for (var i = 0; i < bundle.getEntry().size(); i++) {
            if (!bundle.getEntry().get(i).hasResource()) {
                findings.add(i, Kind.VALUE_MISSING, "resource", "This entry is empty: nothing is stored of it.");
            }
        }
    }

    private Optional<Sent.Mother> mother() {
        var found = new ArrayList<Integer>();
        each((entry, i) -> {
            if (entry.getResource() instanceof Patient) {
                found.add(i);
            }
        });
        if (found.size() != 1) {
            findings.add(
                    ImportFinding.EVERYTHING,
                    Kind.MOTHER_UNCLEAR,
                    "",
                    "Send one mother in a Bundle: one entry Patient.");
            return Optional.empty();
        }
        motherEntry = found.get(0);
        return new SentMother(findings).read(motherEntry, bundle.getEntry().get(motherEntry));
    }

    private void user(BundleEntryComponent entry, int i) {
        if (entry.getResource() instanceof Practitioner practitioner) {
            SentEncounters.id(practitioner.getIdentifier(), "urn:dhis2:user:uid")
                    .ifPresentOrElse(
                            id -> users.put(i, new User(i, id, SentEncounters.name(practitioner, id))),
                            () -> findings.add(
                                    i, Kind.NOT_UNDERSTOOD, "resource.identifier", "Nothing says who wrote this."));
        }
    }

    private void value(BundleEntryComponent entry, int i) {
        SentValues.parts(entry.getResource()).ifPresent(parts -> {
            isAboutHer(i, references.entry(parts.subject()).orElse(ImportFinding.EVERYTHING));
            var event = eventOf(entry, parts);
            values.read(i, String.valueOf(entry.getFullUrl()), entry.getResource(), parts)
                    .ifPresent(value -> valuesOf.computeIfAbsent(event, any -> new ArrayList<>())
                            .add(value));
            if (event == ImportFinding.EVERYTHING) {
                findings.add(
                        i,
                        Kind.REFERENCE_UNRESOLVED,
                        "resource",
                        "The event to which this belongs is not in the Bundle.");
            }
            if (entry.getResource() instanceof Observation observation && observation.hasEffectiveDateTimeType()) {
                moments.read(i, "resource.effectiveDateTime", observation.getEffectiveDateTimeType())
                        .ifPresent(moment -> foundAt.putIfAbsent(event, moment));
            }
        });
    }

    /** A vaccine names no encounter: its address says to which event it belongs. */
    private int eventOf(BundleEntryComponent entry, SentValues.Parts parts) {
        var named = SentValues.event(String.valueOf(entry.getFullUrl()), parts).flatMap(this::encounter);
        var referred = references.entry(parts.context()).filter(this::isEncounter);
        if (named.isPresent() && referred.isPresent() && !named.equals(referred)) {
            return ImportFinding.EVERYTHING;
        }
        return (parts.context().hasReference() ? referred : named).orElse(ImportFinding.EVERYTHING);
    }

    private Optional<Integer> encounter(String id) {
        for (var i = 0; i < bundle.getEntry().size(); i++) {
            if (bundle.getEntry().get(i).getResource() instanceof Encounter encounter
                    && SentEncounters.id(encounter).filter(id::equals).isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private boolean isEncounter(int entry) {
        return bundle.getEntry().get(entry).getResource() instanceof Encounter;
    }

    private void isAboutHer(int entry, int subject) {
        if (subject != motherEntry) {
            findings.add(
                    entry,
                    Kind.REFERENCE_UNRESOLVED,
                    "resource.subject",
                    "This is not about the mother of the Bundle.");
        }
    }

    private void add(List<Event> events, Event event) {
        if (events.stream().anyMatch(other -> other.id().equals(event.id()))) {
            findings.add(event.entry(), Kind.NOT_UNDERSTOOD, "resource.identifier", "This event is sent twice.");
        }
        events.add(event);
    }

    private Optional<Event> event(BundleEntryComponent entry, int i) {
        if (!(entry.getResource() instanceof Encounter encounter)) {
            return Optional.empty();
        }
        isAboutHer(i, references.entry(encounter.getSubject()).orElse(ImportFinding.EVERYTHING));
        var user = encounter.getParticipant().stream()
                .flatMap(participant -> references.entry(participant.getIndividual()).stream())
                .flatMap(sender -> Optional.ofNullable(users.get(sender)).stream())
                .findFirst();
        if (user.isEmpty()) {
            findings.add(i, Kind.REFERENCE_UNRESOLVED, "resource.participant", "Who wrote this is not in the Bundle.");
            return Optional.empty();
        }
        return encounters
                .read(i, encounter)
                .map(seen -> new Event(
                        i,
                        seen.id(),
                        seen.contactType(),
                        seen.start(),
                        seen.end(),
                        foundAt.getOrDefault(i, seen.start()),
                        user.get().id(),
                        valuesOf.getOrDefault(i, List.of()),
                        content(encounter, i)));
    }

    /** Equal when the same event is sent again, whatever else is in the Bundle. */
    private String content(Encounter encounter, int i) {
        var parts = new ArrayList<String>();
        parts.add(json(encounter));
        valuesOf.getOrDefault(i, List.of()).stream()
                .map(Value::entry)
                .map(entry -> bundle.getEntry().get(entry))
                .map(entry -> json(entry.getResource())
                        + numbers.of(String.valueOf(entry.getFullUrl()))
                                .map(String::valueOf)
                                .orElse(""))
                .sorted()
                .forEach(parts::add);
        return Fingerprint.of(parts);
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    private void other(BundleEntryComponent entry, int i) {
        var resource = entry.getResource();
        var isKnown = resource instanceof Patient
                || resource instanceof Practitioner
                || resource instanceof Encounter
                || SentValues.parts(resource).isPresent();
        if (!isKnown) {
            findings.add(i, Kind.NOT_UNDERSTOOD, "resource", "No " + resource.fhirType() + " is taken from there.");
        }
        var method = entry.getRequest().getMethod();
        if (method != HTTPVerb.PUT && method != HTTPVerb.POST) {
            findings.add(i, Kind.NOT_UNDERSTOOD, "request.method", "Only PUT and POST are taken.");
        }
    }
}
