package org.ancregistry.operations.reviewemergency;

import java.time.Clock;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.SeenVersion;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the task to review why a record was opened in an emergency, with what a supervisor of her area found, or a privacy
 * officer. It is found once: what was not in order is the privacy officer's from then on.
 */
public final class ReviewingEmergencies {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewingEmergencies.class);

    private final Once once;
    private final Reach reach;
    private final Records records;
    private final Clock clock;

    public ReviewingEmergencies(Once once, Reach reach, Records records, Clock clock) {
        this.once = once;
        this.reach = reach;
        this.records = records;
        this.clock = clock;
    }

    Parameters review(Caller caller, ReviewEmergency asked) {
        Callers.require(caller, Role.SUPERVISOR, Role.PRIVACY_OFFICER);
        var request = new Asked(asked.requestId(), "$review-emergency", asked.content());
        return once.doOnce(caller, request, () -> reviewNow(caller, asked)).told();
    }

    private Parameters reviewNow(Caller caller, ReviewEmergency asked) {
        var task = records.read(Task.class, asked.task())
                .filter(one -> Tasks.is(one, Tasks.REVIEW_EMERGENCY))
                .filter(one -> isTheirs(caller, one))
                .orElseThrow(() -> Problem.NOT_FOUND.because("No such opening in your areas."));
        requireOpen(task, asked);
        SeenVersion.require(asked.basedOn(), task, "Somebody wrote about this after you opened it: look at it again.");
        var papers = new DeskPapers(Tasks.patient(task), ContactMoment.now(clock), caller.id(), caller.facility());
        Tasks.note(task, papers, asked.words());
        Tasks.complete(task, papers, asked.review().code());
        records.write(List.of(task, papers.provenance(List.of(task), "UPDATE")));
        LOG.info("Found {} to be {} by {}", asked.task(), asked.review().code(), caller.id());
        return answer(task, asked.review());
    }

    /** A supervisor looks after areas, a privacy officer is told of every woman's. */
    private boolean isTheirs(Caller caller, Task task) {
        return caller.has(Role.PRIVACY_OFFICER) || reach.covers(caller, Tasks.patient(task));
    }

    private static void requireOpen(Task task, ReviewEmergency asked) {
        if (!Tasks.isOpen(task)) {
            throw Problem.ALREADY_DECIDED
                    .because("Somebody has reviewed this already: look at the reviewed ones.")
                    .concerning(asked.task());
        }
    }

    private static Parameters answer(Task task, Review review) {
        var answer = new Parameters();
        answer.addParameter().setName("task").setValue(new Reference(Canon.referenceTo(task)));
        answer.addParameter()
                .setName("status")
                .setValue(new CodeType(task.getStatus().toCode()));
        answer.addParameter().setName("decision").setValue(new CodeType(review.code()));
        answer.addParameter().setName("repeated").setValue(new BooleanType(false));
        return answer;
    }
}
