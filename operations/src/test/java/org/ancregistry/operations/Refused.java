package org.ancregistry.operations;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hl7.fhir.r4.model.OperationOutcome;

/** Runs what must be refused and hands back the refusal. */
public final class Refused {

    private Refused() {}

    public static Problem problemOf(ThrowingCallable act) {
        var refusal = catchThrowableOfType(Refusal.class, act);
        if (refusal == null) {
            throw new AssertionError("Nothing was refused.");
        }
        return refusal.problem();
    }

    public static OperationOutcome outcomeOf(ThrowingCallable act) {
        return (OperationOutcome) catchThrowableOfType(Refusal.class, act).getOperationOutcome();
    }
}
