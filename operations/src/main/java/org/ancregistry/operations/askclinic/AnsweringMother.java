package org.ancregistry.operations.askclinic;

import java.time.Clock;
import java.util.ArrayList;
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
import org.ancregistry.operations.fhir.AskedTasks;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what a mother asked. Whoever looks after her gives her another day or says why not; who looked at her record is
 * for the privacy officer alone, since those who look after her may be whom she asks about.
 */
public final class AnsweringMother {

    private static final Logger LOG = LoggerFactory.getLogger(AnsweringMother.class);

    private final Once once;
    private final Reach reach;
    private final Records records;
    private final OtherDays days;
    private final Clock clock;

    public AnsweringMother(Once once, Reach reach, Records records, OtherDays days, Clock clock) {
        this.once = once;
        this.reach = reach;
        this.records = records;
        this.days = days;
        this.clock = clock;
    }

    Parameters answer(Caller caller, AnswerMother asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR, Role.PRIVACY_OFFICER);
        var request = new Asked(asked.requestId(), "$answer-mother", asked.content());
        return once.doOnce(caller, request, () -> answerNow(caller, asked)).told();
    }

    private Parameters answerNow(Caller caller, AnswerMother asked) {
        var task = records.read(Task.class, asked.task())
                .filter(one -> isForCaller(caller, one))
                .orElseThrow(() -> Problem.NOT_FOUND.because("You were not asked that."));
        if (!Tasks.isOpen(task)) {
            throw Problem.ALREADY_DECIDED
                    .because("She was answered before, or the appointment was called off.")
                    .concerning(asked.task());
        }
        var papers = new DeskPapers(Tasks.patient(task), ContactMoment.now(clock), caller.id(), caller.facility());
        records.write(answered(task, papers, asked));
        LOG.info("Answered {} by {}", asked.task(), caller.id());
        return AskedAnswer.of(task);
    }

    private boolean isForCaller(Caller caller, Task task) {
        if (caller.has(Role.PRIVACY_OFFICER)) {
            return Tasks.is(task, Tasks.WHO_LOOKED);
        }
        var patient = Tasks.patient(task);
        return Tasks.is(task, Tasks.ANOTHER_DAY)
                && reach.covers(caller, patient)
                && !reach.isEmergency(caller, patient);
    }

    private List<Resource> answered(Task task, DeskPapers papers, AnswerMother asked) {
        var written = new ArrayList<Resource>();
        var next = asked.next();
        if (next == null) {
            AskedTasks.answered(task, papers, asked.words(), null);
        } else {
            var booked = days.instead(task, next, written);
            AskedTasks.answered(task, papers, asked.words(), new Reference(Canon.referenceTo(booked)));
        }
        written.add(task);
        written.add(papers.provenance(List.copyOf(written), "UPDATE"));
        return written;
    }
}
