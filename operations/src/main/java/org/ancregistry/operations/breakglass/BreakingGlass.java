package org.ancregistry.operations.breakglass;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.EmergencyHolders;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a record in an emergency: to a doctor, with a reason, for a short time. The woman sees it in her access log, and
 * somebody responsible for her area has a task to review it.
 */
public final class BreakingGlass {

    private static final Logger LOG = LoggerFactory.getLogger(BreakingGlass.class);

    private final Once once;
    private final Attempts attempts;
    private final EmergencyHolders holders;
    private final ActivePregnancies pregnancies;
    private final Records records;
    private final EmergencyAccess emergencies;
    private final Clock clock;

    public BreakingGlass(
            Once once,
            Attempts attempts,
            EmergencyHolders holders,
            ActivePregnancies pregnancies,
            Records records,
            EmergencyAccess emergencies,
            Clock clock) {
        this.once = once;
        this.attempts = attempts;
        this.holders = holders;
        this.pregnancies = pregnancies;
        this.records = records;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    Parameters open(Caller caller, String requestId, String phn, Opening why) {
        Callers.require(caller, Role.DOCTOR);
        attempts.count(caller, "$break-glass");
        var patient = holders.of(caller, phn).patient();
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("kind", new CodeType(why.kind().code()))
                .with("reason", new StringType(why.words()))
                .text();
        return once.doOnce(caller, new Asked(requestId, "$break-glass", content), () -> openNow(caller, why, patient))
                .parameters();
    }

    /** A second press opens nothing a second time: the hour ends when it was said to end. */
    private Parameters openNow(Caller caller, Opening why, String patient) {
        records.write(List.of(review(caller, why, patient)));
        var until = emergencies.open(caller.id(), patient, why.text());
        LOG.info("{} opened {} in an emergency until {}", caller.id(), patient, until);
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference(patient));
        answer.addParameter().setName("until").setValue(new InstantType(Date.from(until)));
        return answer;
    }

    /** With the reason, which whoever reviews it has to read; the woman reads none of the staff's tasks. */
    private Task review(Caller caller, Opening why, String patient) {
        var task = Canon.begun(new Task(), "anc-task")
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setPriority(TaskPriority.URGENT)
                .setCode(Canon.concept("anc-task", Tasks.REVIEW_EMERGENCY))
                .setDescription("Review why her record was opened in an emergency.")
                .setFocus(new Reference(patient))
                .setFor(new Reference(patient))
                .setAuthoredOn(Date.from(clock.instant()))
                .setRequester(new Reference(caller.id()))
                .setReasonCode(why.concept());
        pregnancies
                .of(patient)
                .flatMap(pregnancy -> records.read(EpisodeOfCare.class, pregnancy))
                .map(EpisodeOfCare::getManagingOrganization)
                .ifPresent(task::setOwner);
        return task;
    }
}
