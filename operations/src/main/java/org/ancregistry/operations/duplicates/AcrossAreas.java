package org.ancregistry.operations.duplicates;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks about two records of which no supervisor has both. The supervisor of a woman who proved who she is may see the
 * other record beside hers; where neither did, nobody is told of the other.
 */
public final class AcrossAreas {

    private static final Logger LOG = LoggerFactory.getLogger(AcrossAreas.class);

    private final Transactions transactions;
    private final Records records;
    private final OpenTasks openTasks;
    private final Clock clock;

    public AcrossAreas(Transactions transactions, Records records, OpenTasks openTasks, Clock clock) {
        this.transactions = transactions;
        this.records = records;
        this.openTasks = openTasks;
        this.clock = clock;
    }

    /** Leaves the question to the supervisor of one of the two, unless it is asked already. */
    public void ask(String one, String other) {
        transactions.inOne(Callers.REGISTRY, () -> {
            if (!isAsked(one, other) && !isAsked(other, one)) {
                question(one, other).or(() -> question(other, one)).ifPresent(this::write);
            }
            return true;
        });
    }

    private boolean isAsked(String about, String candidate) {
        return openTasks.about(about, Tasks.DECIDE_MATCH).stream()
                .flatMap(task -> Tasks.candidate(task).stream())
                .anyMatch(candidate::equals);
    }

    private Optional<Task> question(String about, String candidate) {
        return records.read(Patient.class, about)
                .filter(mother -> mother.hasManagingOrganization()
                        && MotherRecord.of(mother).isVerified()
                        && !LinkedRecords.all(mother).contains(candidate))
                .map(mother -> task(about, mother, candidate));
    }

    private Task task(String about, Patient mother, String candidate) {
        var area = mother.getManagingOrganization();
        var papers = new DeskPapers(about, ContactMoment.now(clock), area.getReference(), null);
        var task = papers.task(Tasks.DECIDE_MATCH, "A record in another area may be hers, too: decide about both.");
        task.addPerformerType(Canon.concept("anc-role", "supervisor")).setOwner(area.copy());
        return Tasks.withCandidate(task, candidate);
    }

    private Provenance provenance(Task task) {
        var papers = new DeskPapers(Tasks.patient(task), ContactMoment.now(clock), Callers.REGISTRY.client(), null);
        return DeskPapers.byProgram(papers.provenance(List.of(task), "CREATE"), Callers.REGISTRY.client());
    }

    private void write(Task task) {
        records.write(List.of(task, provenance(task)));
        LOG.info("Asked a supervisor about a pair across areas: {}", Canon.referenceTo(task));
    }
}
