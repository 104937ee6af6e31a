package org.ancregistry.operations.matchlater;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.LikelyRecord;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.OutsideLook.Seen;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off what was left to do when the directory did not answer: whom it very likely knows goes to a supervisor. */
public final class MatchingLater {

    private static final Logger LOG = LoggerFactory.getLogger(MatchingLater.class);

    private final Transactions transactions;
    private final Records records;
    private final OutsideLook look;
    private final Clock clock;

    public MatchingLater(Transactions transactions, Records records, OutsideLook look, Clock clock) {
        this.transactions = transactions;
        this.records = records;
        this.look = look;
        this.clock = clock;
    }

    private record Work(Task task, Patient mother) {

        Demographics known() {
            return PatientDemographics.of(mother, null);
        }

        /** The number that she showed while nobody could be asked about it: once, it was bound to her all the same. */
        Optional<Phn> shown() {
            return Tasks.claimedPhn(task).flatMap(Phn::parse);
        }
    }

    /** Whether the task is done with; not so while the directory does not answer. */
    public boolean work(String task) {
        var work = transactions.inOne(Callers.REGISTRY, () -> read(task));
        if (work.isEmpty()) {
            return true;
        }
        var seen = seen(work.get());
        if (!seen.unanswered()) {
            transactions.inOne(Callers.REGISTRY, () -> read(task).map(open -> finish(open, seen)));
        }
        return !seen.unanswered();
    }

    /** Unless somebody closed it, or her record is gone. */
    private Optional<Work> read(String reference) {
        return records.read(Task.class, reference)
                .filter(Tasks::isOpen)
                .flatMap(
                        task -> records.read(Patient.class, Tasks.patient(task)).map(mother -> new Work(task, mother)));
    }

    private Seen seen(Work work) {
        return work.shown().map(phn -> look.holding(phn, work.known())).orElseGet(() -> look.like(work.known()));
    }

    private String finish(Work work, Seen seen) {
        var papers = new DeskPapers(
                Tasks.patient(work.task()),
                ContactMoment.now(clock),
                work.task().getRequester().getReference(),
                null);
        var question = work.shown().isPresent() ? aboutShown(work, seen, papers) : aboutIssued(work, seen, papers);
        var came = question.isPresent() ? "supervisor-asked" : "nobody-found";
        Tasks.complete(work.task(), papers, came);
        var written = new ArrayList<Resource>(List.of(work.task()));
        question.ifPresent(written::add);
        written.add(DeskPapers.byProgram(papers.provenance(List.copyOf(written), "UPDATE"), Callers.REGISTRY.client()));
        records.write(written);
        LOG.info("Looked into the PHN directory for {}: {}", Canon.referenceTo(work.task()), came);
        return came;
    }

    /** Her own number may have been announced there meanwhile. */
    private static Optional<Task> aboutIssued(Work work, Seen seen, DeskPapers papers) {
        var hers = Phns.all(work.mother());
        return seen.likely().stream()
                .filter(found -> found.comparison().isWorthStopping())
                .flatMap(found -> Optional.ofNullable(found.phn()).stream())
                .filter(phn -> !hers.contains(phn))
                .findFirst()
                .map(phn -> papers.decideDirectorys(work.mother(), phn));
    }

    /** The number that she showed is hers in the directory, too, or a person has to look. */
    private static Optional<Task> aboutShown(Work work, Seen seen, DeskPapers papers) {
        var shown = work.shown().orElseThrow();
        var agrees = seen.likely().stream().anyMatch(found -> isSheUnder(shown, found));
        return agrees
                ? Optional.empty()
                : Optional.of(papers.decideMatch(
                        work.mother(),
                        shown,
                        "The PHN directory does not know her under this number: decide whose it is."));
    }

    private static boolean isSheUnder(Phn shown, LikelyRecord found) {
        return shown.equals(found.phn()) && found.comparison().grade().compareTo(MatchGrade.PROBABLE) <= 0;
    }
}
