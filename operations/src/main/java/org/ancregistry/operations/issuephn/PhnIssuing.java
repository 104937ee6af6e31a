package org.ancregistry.operations.issuephn;

import java.util.List;
import java.util.Objects;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Facilities;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.OutsideLook.Seen;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.RequestKey;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives out numbers: one to a person who holds none, or a block that nobody holds yet. It never replaces a number. */
public final class PhnIssuing {

    static final int LARGEST_BLOCK = 100;

    private static final Logger LOG = LoggerFactory.getLogger(PhnIssuing.class);

    private final Once once;
    private final PhnRegister register;
    private final PhnPolicy policy;
    private final Records records;
    private final OpenTasks openTasks;
    private final Facilities facilities;
    private final Reach reach;
    private final BeforeIssuing before;

    public PhnIssuing(
            Once once,
            PhnRegister register,
            PhnPolicy policy,
            Records records,
            OpenTasks openTasks,
            Facilities facilities,
            Reach reach,
            BeforeIssuing before) {
        this.once = once;
        this.register = register;
        this.policy = policy;
        this.records = records;
        this.openTasks = openTasks;
        this.facilities = facilities;
        this.reach = reach;
        this.before = before;
    }

    Parameters issue(Caller caller, IssuePhn asked) {
        var content = asked.patient() + "|" + asked.count() + "|" + asked.pointOfIssue();
        return once.doOnce(
                        caller,
                        new Asked(asked.requestId(), "$issue-phn", content),
                        () -> lookOutside(caller, asked),
                        seen -> issueNow(caller, asked, seen))
                .parameters();
    }

    private Seen lookOutside(Caller caller, IssuePhn asked) {
        if (asked.patient() == null || asked.count() != null) {
            return Seen.NOTHING;
        }
        requireForPerson(caller);
        return before.look(caller, asked.patient());
    }

    private Parameters issueNow(Caller caller, IssuePhn asked, Seen outside) {
        if (asked.patient() != null && asked.count() == null) {
            return toPerson(caller, asked.patient(), asked, outside);
        }
        if (asked.count() != null && asked.patient() == null) {
            return block(caller, asked.count(), asked);
        }
        throw Problem.PARAMETER_INVALID.because("Name either the patient or a count of numbers to reserve.");
    }

    private Parameters toPerson(Caller caller, String patient, IssuePhn asked, Seen outside) {
        requireForPerson(caller);
        reach.require(caller, patient);
        var mother = records.read(Patient.class, patient)
                .orElseThrow(() -> Problem.NOT_FOUND.because("No such record among those in your care."));
        var reference = "Patient/" + mother.getIdElement().getIdPart();
        var held = Phns.ofWoman(mother);
        if (held.isPresent()) {
            return answer(List.of(held.get()), false);
        }
        refuseUndecided(reference);
        var issued = register.issue(reference, pointOfIssue(caller, asked.pointOfIssue()), key(caller, asked));
        if (issued.issued()) {
            mother.addIdentifier(Phns.identifier(issued.phn()));
            records.write(List.of(mother));
            before.askAgain(caller, reference, outside);
            LOG.info("Issued a PHN to {} for {}", reference, caller.id());
        }
        return answer(List.of(issued.phn()), issued.issued());
    }

    /** While a supervisor is asked which number is hers, another one would be her second. */
    private void refuseUndecided(String patient) {
        openTasks.about(patient, Tasks.DECIDE_MATCH).stream().findFirst().ifPresent(task -> {
            throw Problem.PHN_UNDECIDED
                    .because("A supervisor is asked which PHN is hers: let that be decided first.")
                    .concerning("Task/" + task.getIdElement().getIdPart());
        });
    }

    private Parameters block(Caller caller, int count, IssuePhn asked) {
        Callers.require(caller, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.SYSTEM);
        requireWriteScope(caller);
        if (count < 1 || count > LARGEST_BLOCK) {
            throw Problem.PARAMETER_INVALID
                    .because("Ask for 1 to " + LARGEST_BLOCK + " numbers at once.")
                    .at("count");
        }
        var phns = register.reserve(count, pointOfIssue(caller, asked.pointOfIssue()), key(caller, asked));
        LOG.info("Reserved {} PHNs for {}", phns.size(), caller.id());
        return answer(phns, true);
    }

    private static void requireForPerson(Caller caller) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.SYSTEM);
        requireWriteScope(caller);
    }

    private static void requireWriteScope(Caller caller) {
        if (caller.has(Role.SYSTEM) && !Callers.systemMayWrite(caller)) {
            throw Problem.FORBIDDEN.because("This client was not granted to write patients.");
        }
    }

    private String pointOfIssue(Caller caller, @Nullable String named) {
        var own = caller.facility() == null
                ? null
                : facilities.pointOfIssue(caller.facility()).orElse(null);
        var free = caller.has(Role.SYSTEM) || caller.has(Role.ADMINISTRATOR);
        if (named != null && !free && !named.equals(own)) {
            throw Problem.FORBIDDEN.because("You issue numbers for your own facility only: leave point-of-issue out.");
        }
        var point = Objects.requireNonNullElse(named == null ? own : named, "");
        policy.problemWith(point).ifPresent(problem -> {
            throw Problem.PARAMETER_INVALID.because(problem).at("point-of-issue");
        });
        return point;
    }

    private static String key(Caller caller, IssuePhn asked) {
        return RequestKey.of(caller, asked.requestId()).value();
    }

    private static Parameters answer(List<Phn> phns, boolean issued) {
        var answer = new Parameters();
        phns.forEach(phn -> answer.addParameter().setName("phn").setValue(Phns.identifier(phn)));
        answer.addParameter("issued", issued);
        return answer;
    }
}
