package org.ancregistry.operations.verifyidentity;

import org.ancregistry.operations.Once;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.ComparedParts;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/**
 * What a midwife is answered. That a supervisor has to decide is remembered like an answer and told as a refusal: the
 * task stays, and a second press makes no second one.
 */
final class VerifyAnswer {

    private static final String REPEATED = "repeated";
    private static final String ELSEWHERE = "elsewhere";
    private static final String TASK = "task";

    private VerifyAnswer() {}

    /** Both sides, before anything is decided. */
    static Parameters compared(Verification verification) {
        var answer = begun(verification, false);
        ComparedParts.add(answer.addParameter().setName("comparison"), verification.comparison());
        if (verification.elsewhere() != null) {
            add(answer, ELSEWHERE, new Reference(verification.elsewhere()));
        }
        return answer;
    }

    static Parameters verified(Verification verification) {
        return first(begun(verification, true));
    }

    static Parameters left(Verification verification) {
        return first(begun(verification, false));
    }

    static Parameters elsewhere(Verification verification, Task task) {
        var answer = begun(verification, false);
        add(answer, ELSEWHERE, new Reference(verification.elsewhere()));
        add(answer, TASK, new Reference(Canon.referenceTo(task)));
        return answer;
    }

    /** The answer to give; a decision that a supervisor has to take is a refusal to the midwife. */
    static Parameters outOf(Once.Answer answer) {
        var given = answer.parameters();
        if (given.hasParameter(ELSEWHERE)) {
            throw Problem.SUBJECT_ALREADY_REGISTERED
                    .because("She has another record. A supervisor is asked to decide about both.")
                    .concerning(reference(given, ELSEWHERE))
                    .concerning(reference(given, TASK));
        }
        return answer.told();
    }

    private static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    private static Parameters first(Parameters answer) {
        add(answer, REPEATED, new BooleanType(false));
        return answer;
    }

    private static Parameters begun(Verification verification, boolean verified) {
        var answer = new Parameters();
        add(answer, "patient", new Reference(verification.patient()));
        add(answer, "version", new StringType(verification.version()));
        add(answer, "verified", new BooleanType(verified));
        return answer;
    }

    private static void add(Parameters answer, String name, Type value) {
        answer.addParameter().setName(name).setValue(value);
    }
}
