package org.ancregistry.operations.breakglass;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
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
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final Once once;
    private final Attempts attempts;
    private final PhnRegister register;
    private final ActivePregnancies pregnancies;
    private final OneWoman oneWoman;
    private final Records records;
    private final EmergencyAccess emergencies;
    private final Clock clock;

    public BreakingGlass(
            Once once,
            Attempts attempts,
            PhnRegister register,
            ActivePregnancies pregnancies,
            OneWoman oneWoman,
            Records records,
            EmergencyAccess emergencies,
            Clock clock) {
        this.once = once;
        this.attempts = attempts;
        this.register = register;
        this.pregnancies = pregnancies;
        this.oneWoman = oneWoman;
        this.records = records;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    Parameters open(Caller caller, String requestId, String phn, String reason) {
        Callers.require(caller, Role.DOCTOR);
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw Problem.PARAMETER_INVALID
                    .because("Say in a sentence why you need her record now: 10 to 500 characters.")
                    .at("reason");
        }
        attempts.count(caller, "$break-glass");
        var patient = Phn.parse(phn)
                .flatMap(register::holderOf)
                .map(this::inCare)
                .orElseThrow(
                        () -> Problem.NOT_FOUND.because("No mother with this PHN: read it once more from her card."));
        if (emergencies.isKeptOut(caller.id(), patient)) {
            throw Problem.FORBIDDEN.because("You cannot open this record: have another doctor open it.");
        }
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("reason", new StringType(why))
                .text();
        return once.doOnce(caller, new Asked(requestId, "$break-glass", content), () -> openNow(caller, why, patient))
                .parameters();
    }

    /** The record on which she is pregnant, which need not be the one that holds her number. */
    private String inCare(String holder) {
        return records.read(Patient.class, holder).flatMap(oneWoman::inCare).orElse(holder);
    }

    /** A second press opens nothing a second time: the hour ends when it was said to end. */
    private Parameters openNow(Caller caller, String reason, String patient) {
        records.write(List.of(review(caller, reason, patient)));
        var until = emergencies.open(caller.id(), patient, reason);
        LOG.info("{} opened {} in an emergency until {}", caller.id(), patient, until);
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference(patient));
        answer.addParameter().setName("until").setValue(new InstantType(Date.from(until)));
        return answer;
    }

    /** With the reason, which whoever reviews it has to read; the woman reads none of the staff's tasks. */
    private Task review(Caller caller, String reason, String patient) {
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
                .setReasonCode(new CodeableConcept().setText(reason));
        pregnancies
                .of(patient)
                .flatMap(pregnancy -> records.read(EpisodeOfCare.class, pregnancy))
                .map(EpisodeOfCare::getManagingOrganization)
                .ifPresent(task::setOwner);
        return task;
    }
}
