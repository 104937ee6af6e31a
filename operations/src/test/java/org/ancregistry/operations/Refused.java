package org.ancregistry.operations;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Runs what must be refused and hands back the refusal. */
public final class Refused {

    private Refused() {}

    public static Problem problemOf(ThrowingCallable act) {
        return by(act).problem();
    }

    public static Refusal by(ThrowingCallable act) {
        var refusal = catchThrowableOfType(Refusal.class, act);
        if (refusal == null) {
            throw new AssertionError("Nothing was refused.");
        }
        return refusal;
    }

    /** The record that it names; null when it names none. */
    public static @Nullable String concerns(Refusal refusal) {
        var outcome = (OperationOutcome) refusal.getOperationOutcome();
        var named = outcome.getIssueFirstRep().getExtensionByUrl(Refusal.CONCERNS);
        return named == null ? null : ((Reference) named.getValue()).getReference();
    }

    /** The parameter that it names. */
    public static String placeOf(Refusal refusal) {
        var outcome = (OperationOutcome) refusal.getOperationOutcome();
        return outcome.getIssueFirstRep().getExpression().get(0).getValue();
    }

    public static OperationOutcome outcomeOf(ThrowingCallable act) {
        return (OperationOutcome) catchThrowableOfType(Refusal.class, act).getOperationOutcome();
    }
}
