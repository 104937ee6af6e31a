package org.ancregistry.operations.importanc;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Importer;
import org.ancregistry.domain.access.Importers;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Fingerprint;
import org.ancregistry.operations.importanc.ImportWriting.Work;
import org.ancregistry.operations.importanc.ImportedMothers.Mother;
import org.ancregistry.operations.importanc.ImportedSources.Brought;
import org.ancregistry.operations.importanc.Sent.Event;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a Bundle from another system: all of it in one transaction or nothing, once, however often it is sent. What was
 * brought before and is sent again unchanged is left as it is.
 */
public final class Importing {

    static final String OPERATION = "$import-anc-bundle";

    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);
    private static final String ANSWER = "return";

    private final Importers importers;
    private final Once once;
    private final ImportedSources sources;
    private final ImportedMothers mothers;
    private final BroughtNumber broughtNumber;
    private final ImportWriting writing;
    private final Records records;
    private final Clock clock;

    /** @param clock in the installation's zone, in which times without one are read */
    public Importing(
            Importers importers,
            Once once,
            ImportedSources sources,
            ImportedMothers mothers,
            BroughtNumber broughtNumber,
            ImportWriting writing,
            Records records,
            Clock clock) {
        this.importers = importers;
        this.once = once;
        this.sources = sources;
        this.mothers = mothers;
        this.broughtNumber = broughtNumber;
        this.writing = writing;
        this.records = records;
        this.clock = clock;
    }

    /**
     * The answer to a Bundle, entry for entry.
     *
     * @param body what was sent, as it was sent
     * @throws org.ancregistry.operations.Refusal {@link Problem#IMPORT_REFUSED} with one issue for everything that is wrong
     */
    public Bundle take(Caller caller, Bundle bundle, byte[] body) {
        var importer = importers
                .behind(caller)
                .orElseThrow(() -> Problem.FORBIDDEN.because("This client is not registered to bring Bundles."));
        var numbers = UnknownNumbers.in(body);
        var content = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle) + numbers.byAddress();
        var asked = new Asked(requestId(bundle, content), OPERATION, content);
        var answer = once.doOnce(
                caller,
                asked,
                () -> isDoubtful(bundle, numbers),
                doubtful -> wrapped(takeNow(importer, bundle, numbers, doubtful)));
        var told = (Bundle) answer.parameters().getParameterFirstRep().getResource();
        told.setId(asked.requestId());
        return told;
    }

    /** The Bundle's own identifier, or its content where it has none. */
    private static String requestId(Bundle bundle, String content) {
        var own = bundle.getIdentifier();
        return own.hasValue()
                ? Fingerprint.of(List.of(String.valueOf(own.getSystem()), own.getValue()))
                : Fingerprint.of(List.of(content));
    }

    private static Parameters wrapped(Bundle answer) {
        var parameters = new Parameters();
        parameters.addParameter().setName(ANSWER).setResource(answer);
        return parameters;
    }

    private boolean isDoubtful(Bundle bundle, UnknownNumbers numbers) {
        return broughtNumber.isAskedAbout()
                && broughtNumber.isDoubtful(new BundleReader(bundle, numbers, new Findings(), clock)
                        .read()
                        .mother());
    }

    private Bundle takeNow(Importer importer, Bundle bundle, UnknownNumbers numbers, boolean doubtful) {
        var findings = new Findings();
        var read = new BundleReader(bundle, numbers, findings, clock).read();
        var sent = doubtful ? read.ofDoubtfulNumber() : read;
        requirePlace(importer);
        var client = importer.client();
        var known = sources.take(client, sent.mother().source());
        var users = ImportedUsers.of(sent.users().values(), client, sources);
        var before = sources.of(client, sent.sources());
        var mother = mothers.of(sent.mother(), known.map(Brought::reference).orElse(null), importer, findings);
        findings.refuseWrong();
        var answer = new ImportAnswer();
        var changed = changed(sent, before, answer, findings);
        var contacts = writing.write(new Work(importer, sent, mother, users, changed, before), findings);
        mothers.remember(mother);
        locate(sent, mother, users, contacts, answer);
        sources.keep(client, brought(sent, mother, users, contacts));
        LOG.info("Imported {} events of {} from {}", contacts.size(), mother.reference(), client);
        return answer.of(bundle.getEntry().size(), findings);
    }

    private void requirePlace(Importer importer) {
        var places = new HashSet<>(List.of(importer.area(), importer.facility()));
        if (records.readAll(Organization.class, places).size() != places.size()) {
            throw Problem.IMPORT_REFUSED.because(
                    "The area or the facility that is registered for this importer is not in the registry.");
        }
    }

    /** Events that are new or say something else than before; of the others it is said that they are here. */
    private static List<Event> changed(Sent sent, Map<String, Brought> before, ImportAnswer answer, Findings findings) {
        var changed = new ArrayList<Event>();
        for (var event : sent.events()) {
            var known = before.get(event.source(sent.mother()));
            if (known == null || !known.content().equals(event.content())) {
                changed.add(event);
            } else {
                unchanged(event.entry(), known, answer, findings);
                event.values().forEach(value -> unchanged(value.entry(), known, answer, findings));
            }
        }
        return changed;
    }

    private static void unchanged(int entry, Brought known, ImportAnswer answer, Findings findings) {
        answer.known(entry, known.reference());
        findings.add(entry, Kind.UNCHANGED, "", "Brought before, and the same: left as it is.");
    }

    private static void locate(
            Sent sent, Mother mother, ImportedUsers users, List<ImportedEvent> contacts, ImportAnswer answer) {
        if (mother.changed()) {
            answer.stored(sent.mother().entry(), mother.record());
        } else {
            answer.known(sent.mother().entry(), mother.reference());
        }
        users.locate(sent.users().values(), answer);
        contacts.forEach(contact -> contact.locate(answer));
    }

    private static Map<String, Brought> brought(
            Sent sent, Mother mother, ImportedUsers users, List<ImportedEvent> contacts) {
        var brought = new HashMap<>(users.brought());
        brought.put(sent.mother().source(), new Brought(mother.reference(), ""));
        contacts.forEach(contact -> brought.put(
                contact.event().source(sent.mother()),
                new Brought(
                        Canon.referenceTo(contact.contact()), contact.event().content())));
        return brought;
    }
}
