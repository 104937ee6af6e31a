package org.ancregistry.operations.decidematch;

import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnCheck;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.LikelyRecord;
import org.ancregistry.operations.LikelyRecordParts;
import org.ancregistry.operations.OutsideLook.Seen;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** What a supervisor is answered: both sides before she decides, and what came of it afterwards. */
public final class MatchAnswer {

    private static final String REPEATED = "repeated";

    private final PhnRegister register;
    private final PhnPolicy policy;

    public MatchAnswer(PhnRegister register, PhnPolicy policy) {
        this.register = register;
        this.policy = policy;
    }

    Parameters bothSides(OpenMatch match, List<LikelyRecord> sides, Seen outside) {
        var answer = begun(match);
        match.claimedPhn().ifPresent(claimed -> {
            add(answer, "claimed-phn", new StringType(claimed));
            problemWith(claimed, match).ifPresent(problem -> add(answer, "warning", new CodeType(problem)));
        });
        if (outside.unanswered()) {
            add(answer, "warning", new CodeType(Problem.PHN_DIRECTORY_UNAVAILABLE.code()));
        }
        outside.likely().forEach(side -> LikelyRecordParts.add(answer, side));
        sides.forEach(side -> LikelyRecordParts.add(answer, side));
        return answer;
    }

    /** Why the number on her card cannot simply be bound. */
    private Optional<String> problemWith(String claimed, OpenMatch match) {
        var parsed = Phn.parse(claimed);
        if (parsed.isEmpty()) {
            return Optional.of(Problem.PHN_MALFORMED.code());
        }
        var phn = parsed.get();
        if (register.retired(phn)) {
            return Optional.of(Problem.PHN_RETIRED.code());
        }
        if (register.holderOf(phn)
                .filter(holder -> !holder.equals(match.patient()))
                .isPresent()) {
            return Optional.of(Problem.PHN_ALREADY_HELD.code());
        }
        return policy.check(phn).known() ? Optional.empty() : Optional.of(PhnCheck.UNKNOWN);
    }

    static Parameters decided(OpenMatch match, Outcome outcome) {
        var answer = begun(match);
        var number = outcome.number();
        if (number != null) {
            add(answer, "phn", Phns.identifier(number.phn()));
            add(answer, "phn-issued", new BooleanType(number.issued()));
            if (!number.vouchedFor()) {
                add(answer, "warning", new CodeType(PhnCheck.UNKNOWN));
            }
        }
        if (outcome.other() != null) {
            add(answer, "other", new Reference(outcome.other()));
        }
        add(answer, REPEATED, new BooleanType(false));
        return answer;
    }

    private static Parameters begun(OpenMatch match) {
        var answer = new Parameters();
        var task = match.task();
        add(answer, "patient", new Reference(match.patient()));
        add(answer, "task", new Reference(Canon.referenceTo(task)));
        add(answer, "version", new StringType(task.getMeta().getVersionId()));
        add(answer, "status", new CodeType(task.getStatus().toCode()));
        Tasks.decision(task).ifPresent(decision -> add(answer, "decision", new CodeType(decision)));
        return answer;
    }

    private static void add(Parameters answer, String name, Type value) {
        answer.addParameter().setName(name).setValue(value);
    }
}
