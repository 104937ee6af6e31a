package org.ancregistry.operations.importanc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.UrgentIssues;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.StruckOut;
import org.ancregistry.operations.importanc.Sent.Event;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Strikes out what was brought before of an event that says something else now. Everything written at it stays readable and
 * counts no more; what somebody here added to it is added to what takes its place.
 */
final class ImportedCorrections {

    private final Records records;
    private final PregnancyFacts facts;
    private final String mother;
    private final UrgentIssues urgent;
    private final Findings findings;
    private final List<Resource> struckOut = new ArrayList<>();
    private final List<Resource> additions = new ArrayList<>();

    ImportedCorrections(Records records, PregnancyFacts facts, String mother, UrgentIssues urgent, Findings findings) {
        this.records = records;
        this.facts = facts;
        this.mother = mother;
        this.urgent = urgent;
        this.findings = findings;
    }

    List<Resource> struckOut() {
        return List.copyOf(struckOut);
    }

    List<Resource> toWrite() {
        var all = new ArrayList<>(struckOut);
        all.addAll(additions);
        return all;
    }

    /** References of what is struck out. */
    Set<String> gone() {
        return struckOut.stream().map(Canon::referenceTo).collect(Collectors.toSet());
    }

    /** The contact that is struck out; none, where somebody here struck it out before. */
    Optional<Encounter> strikeOut(Event event, String reference) {
        var old = records.read(Encounter.class, reference)
                .filter(contact -> contact.getStatus() != EncounterStatus.ENTEREDINERROR);
        old.ifPresent(contact -> {
            requireHers(event, contact);
            var written = new ArrayList<Resource>(List.of(contact));
            written.addAll(facts.writtenAt(mother, reference));
            written.removeIf(resource -> !StruckOut.mark(resource));
            struckOut.addAll(written);
            urgent.strikeOut(reference);
            findings.add(
                    event.entry(), Kind.CORRECTED, "resource", "What was brought before of this event is struck out.");
        });
        return old;
    }

    /** What was added to the old contact belongs to the new one. */
    void addTo(Encounter contact, Encounter old) {
        facts.additionsTo(Canon.referenceTo(old))
                .forEach(added -> additions.add(added.setPartOf(new Reference(Canon.referenceTo(contact)))));
    }

    private void requireHers(Event event, Encounter contact) {
        if (!mother.equals(contact.getSubject().getReference())) {
            findings.add(
                    event.entry(),
                    Kind.ANOTHER_PREGNANCY,
                    "resource",
                    "This event is kept on another record of hers: it can only be corrected there.");
        }
    }
}
