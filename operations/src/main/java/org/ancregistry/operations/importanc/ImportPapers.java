package org.ancregistry.operations.importanc;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.Importer;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Tasks;
import org.ancregistry.operations.importanc.ImportedMothers.Mother;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/** What stands beside a record that was brought: which system brought it, and what people have to do about it. */
final class ImportPapers {

    /** Names the system by the id under which it signs in. */
    static final String CLIENT = "https://ancregistry.org/fhir/id/client";

    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private final DeskPapers papers;
    private final Importer importer;

    /** @param writer reference to whoever wrote last in the other system */
    ImportPapers(Mother mother, String writer, Importer importer, Clock clock) {
        this.papers = new DeskPapers(mother.reference(), ContactMoment.now(clock), writer, importer.facility());
        this.importer = importer;
    }

    Provenance provenance(List<Resource> targets, boolean isNew) {
        var provenance = papers.provenance(targets, isNew ? "CREATE" : "UPDATE");
        var assembler = new CodeableConcept();
        assembler.addCoding().setSystem(PARTICIPANT).setCode("assembler");
        provenance
                .addAgent()
                .setType(assembler)
                .setWho(new Reference()
                        .setIdentifier(new Identifier().setSystem(CLIENT).setValue(importer.client())));
        return provenance;
    }

    /** Nobody was there who could decide or ask: all of it is left to the people of her area. */
    List<Task> tasks(Mother mother, List<String> toAsk) {
        var tasks = new ArrayList<Task>();
        decide(mother).ifPresent(tasks::add);
        if (mother.isNew()) {
            tasks.add(work(Tasks.VERIFY_LATER, "Verify who she is when she has her national ID at hand.")
                    .setReasonCode(Canon.concept("anc-unverified-reason", "other")));
        }
        if (!toAsk.isEmpty()) {
            tasks.add(work(
                    "complete-import", "Another system could not tell. Ask her about: " + String.join(", ", toAsk)));
        }
        return tasks;
    }

    private Optional<Task> decide(Mother mother) {
        var number = mother.phnToDecide();
        if (number == null && mother.candidate() == null) {
            return Optional.empty();
        }
        var decide = work(Tasks.DECIDE_MATCH, "Decide which PHN is hers.");
        decide.addPerformerType(Canon.concept("anc-role", "supervisor"));
        if (number != null && !number.isEmpty()) {
            decide.addInput().setType(Canon.concept("anc-dictionary", "phn")).setValue(new StringType(number));
        }
        return Optional.of(mother.candidate() == null ? decide : Tasks.withCandidate(decide, mother.candidate()));
    }

    private Task work(String kind, String description) {
        return papers.task(kind, description).setOwner(new Reference(importer.area()));
    }
}
