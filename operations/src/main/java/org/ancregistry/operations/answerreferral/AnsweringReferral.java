package org.ancregistry.operations.answerreferral;

import java.time.Clock;
import java.time.LocalDate;
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
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Referrals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says for the clinic that a mother who was sent there was seen, and what her midwife should know. */
public final class AnsweringReferral {

    private static final Logger LOG = LoggerFactory.getLogger(AnsweringReferral.class);

    private final Once once;
    private final Reach reach;
    private final Records records;
    private final FeedbackTasks tasks;
    private final Clock clock;

    public AnsweringReferral(Once once, Reach reach, Records records, FeedbackTasks tasks, Clock clock) {
        this.once = once;
        this.reach = reach;
        this.records = records;
        this.tasks = tasks;
        this.clock = clock;
    }

    Parameters answer(Caller caller, AnswerReferral asked) {
        Callers.require(caller, Role.DOCTOR);
        var request = new Asked(asked.requestId(), "$answer-referral", asked.content());
        return once.doOnce(caller, request, () -> answerNow(caller, asked)).told();
    }

    private Parameters answerNow(Caller caller, AnswerReferral asked) {
        reach.require(caller, asked.patient());
        requirePossible(asked);
        var referral = records.read(ServiceRequest.class, asked.referral())
                .filter(sent -> asked.patient().equals("Patient/" + id(sent.getSubject())))
                .filter(sent -> isSentTo(sent, caller))
                .orElseThrow(AnsweringReferral::unknown);
        if (!Referrals.isOpen(referral)) {
            throw Problem.ALREADY_DECIDED
                    .because("This referral is closed: it was answered, or it was called off.")
                    .concerning(asked.referral());
        }
        var papers = new DeskPapers(asked.patient(), ContactMoment.now(clock), caller.id(), caller.facility());
        var written = new ArrayList<Resource>(answered(referral, papers, asked));
        written.add(papers.provenance(List.copyOf(written), "UPDATE"));
        records.write(written);
        LOG.info("Answered {} of {} by {}", asked.referral(), asked.patient(), caller.id());
        return answer(referral);
    }

    /** A review is said with a reply, and nobody is called for a day that is over. */
    private void requirePossible(AnswerReferral asked) {
        var review = asked.review();
        if (review == null) {
            return;
        }
        if (asked.reply() == null) {
            throw Problem.PARAMETER_INVALID
                    .because("The next review is said with a reply: send the action reply.")
                    .at("next-review");
        }
        var on = review.on();
        if (on != null && on.isBefore(LocalDate.now(clock))) {
            throw Problem.PARAMETER_INVALID
                    .because("The next review lies in the past: give today or a later day.")
                    .at("next-review");
        }
    }

    /** The referral as it is answered, and with it whoever is asked for feedback about it. */
    private List<Resource> answered(ServiceRequest referral, DeskPapers papers, AnswerReferral asked) {
        Referrals.seen(referral, papers);
        var reply = asked.reply();
        if (reply != null) {
            Referrals.reply(referral, papers, reply, asked.review());
        }
        var written = new ArrayList<Resource>();
        written.add(referral);
        for (var task : tasks.openAbout(asked.referral())) {
            written.add(feedback(task, papers, reply != null));
        }
        return written;
    }

    private static Task feedback(Task task, DeskPapers papers, boolean replied) {
        return task.setStatus(replied ? TaskStatus.COMPLETED : TaskStatus.RECEIVED)
                .setLastModifiedElement(papers.when().copy());
    }

    /** Only the clinic that she was sent to answers. */
    private static boolean isSentTo(ServiceRequest referral, Caller caller) {
        return referral.getPerformer().stream()
                .map(unit -> "Organization/" + id(unit))
                .anyMatch(caller.careUnits()::contains);
    }

    private static String id(Reference reference) {
        return String.valueOf(new IdType(reference.getReference()).getIdPart());
    }

    private static Refusal unknown() {
        return Problem.NOT_FOUND
                .because("She was not referred to your clinic so.")
                .at("referral");
    }

    private static Parameters answer(ServiceRequest referral) {
        var answer = new Parameters();
        answer.addParameter().setName("referral").setValue(new Reference(Canon.referenceTo(referral)));
        answer.addParameter()
                .setName("status")
                .setValue(new CodeType(referral.getStatus().toCode()));
        answer.addParameter().setName("repeated").setValue(new BooleanType(false));
        return answer;
    }
}
