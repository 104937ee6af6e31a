package org.ancregistry.domain.rules;

import java.util.Optional;

/**
 * The grade that a clinician gives. Raising is free; lowering what the rules say needs a reason, which is kept.
 *
 * @param computed what the rules say
 * @param given what the clinician says
 * @param reason why, in the clinician's words; empty when none was given
 */
public record GradeDecision(RiskGrade computed, RiskGrade given, String reason) {

    public GradeDecision {
        reason = reason.strip();
        if (given == RiskGrade.NOT_ASSESSED) {
            throw new IllegalArgumentException("A clinician gives low, moderate, high or urgent.");
        }
        if (lowers(computed, given) && reason.isEmpty()) {
            throw new IllegalArgumentException("Say why the risk is lower than the rules find it.");
        }
    }

    /** The decision, unless it lowers the grade without a reason or gives no grade. */
    public static Optional<GradeDecision> of(RiskGrade computed, RiskGrade given, String reason) {
        return given == RiskGrade.NOT_ASSESSED || (lowers(computed, given) && reason.isBlank())
                ? Optional.empty()
                : Optional.of(new GradeDecision(computed, given, reason));
    }

    /** "Low" where the rules could not look is a lowering: nobody has looked. */
    private static boolean lowers(RiskGrade computed, RiskGrade given) {
        return computed == RiskGrade.NOT_ASSESSED ? given == RiskGrade.LOW : given.compareTo(computed) < 0;
    }
}
