package org.ancregistry.operations.verifyidentity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Assurance;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.IdentityDecisions;
import org.ancregistry.operations.fhir.IdentityDecisions.Compared;
import org.ancregistry.operations.fhir.IdentityDecisions.Decided;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** Writes what came of a verification, with both sides and the evidence kept beside it. */
public final class VerificationWriting {

    private static final String COMPARED_FIELD_BY_FIELD = "Compared field by field with her own authentication.";

    private final Records records;
    private final OpenTasks openTasks;
    private final Clock clock;

    public VerificationWriting(Records records, OpenTasks openTasks, Clock clock) {
        this.records = records;
        this.openTasks = openTasks;
        this.clock = clock;
    }

    /** Her details get their source, the mark goes, and nothing is left to do about it. */
    void verified(Caller caller, VerifyIdentity asked, Verification verification) {
        var papers = papers(caller, verification);
        var evidence = verification.evidence();
        MotherRecord.of(verification.mother())
                .confirmedBy(evidence.verified(), Assurance.ofSignIn(evidence.acr()))
                .verifiedBy(evidence.verified(), Assurance.ofSignIn(evidence.acr()));
        var written = new ArrayList<Resource>();
        written.add(verification.mother());
        for (var task : openTasks.about(verification.patient(), Tasks.VERIFY_LATER)) {
            Tasks.complete(task, papers, VerifyDecision.SAME.code());
            written.add(task);
        }
        written.add(provenance(papers, List.copyOf(written), asked, verification, VerifyDecision.SAME.code()));
        records.write(written);
    }

    /** Another woman is present: her record stays as it was, and the next midwife knows. */
    void another(Caller caller, VerifyIdentity asked, Verification verification) {
        var papers = papers(caller, verification);
        var written = new ArrayList<Resource>();
        for (var task : openTasks.about(verification.patient(), Tasks.VERIFY_LATER)) {
            Tasks.note(task, papers, "The woman who was present is another one. " + why(asked));
            written.add(task);
        }
        List<Resource> about = written.isEmpty() ? List.of(verification.mother()) : List.copyOf(written);
        written.add(provenance(papers, about, asked, verification, VerifyDecision.DIFFERENT.code()));
        records.write(written);
    }

    /** Two records may be of one woman: the supervisor decides, and is asked once. */
    Task askSupervisor(Caller caller, Verification verification, String elsewhere) {
        return openTasks.about(verification.patient(), Tasks.DECIDE_MATCH).stream()
                .filter(task -> Tasks.candidate(task).filter(elsewhere::equals).isPresent())
                .findFirst()
                .orElseGet(() -> newTask(papers(caller, verification), verification, elsewhere));
    }

    private Task newTask(DeskPapers papers, Verification verification, String elsewhere) {
        var task = Tasks.withCandidate(
                papers.task(Tasks.DECIDE_MATCH, "She proved to be the woman of another record: decide about both."),
                elsewhere);
        task.setOwner(verification.mother().getManagingOrganization().copy());
        task.addPerformerType(Canon.concept("anc-role", "supervisor"));
        var decided = new Decided("later", "Her identity is bound to another record.", null);
        var provenance = IdentityDecisions.record(
                DeskPapers.onEvidence(
                        papers.provenance(List.of(task), "CREATE"),
                        verification.evidence().handle()),
                decided,
                verification.evidence().verified(),
                compared(verification));
        records.write(List.of(task, provenance));
        return task;
    }

    private static Provenance provenance(
            DeskPapers papers,
            List<Resource> targets,
            VerifyIdentity asked,
            Verification verification,
            String decision) {
        return IdentityDecisions.record(
                DeskPapers.onEvidence(
                        papers.provenance(targets, "UPDATE"),
                        verification.evidence().handle()),
                new Decided(decision, why(asked), null),
                verification.evidence().verified(),
                compared(verification));
    }

    private static Compared compared(Verification verification) {
        return new Compared(verification.declared(), verification.comparison());
    }

    private static String why(VerifyIdentity asked) {
        return Objects.requireNonNullElse(asked.how().reason(), COMPARED_FIELD_BY_FIELD);
    }

    private DeskPapers papers(Caller caller, Verification verification) {
        return new DeskPapers(verification.patient(), ContactMoment.now(clock), caller.id(), caller.facility());
    }
}
