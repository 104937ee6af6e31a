package org.ancregistry.domain.rules;

import java.util.Optional;

/**
 * The grade that a clinician gives. Raising is free; lowering what stands needs a reason, which is kept.
 *
 * @param standing what the rules say, or what a clinician said after them
 * @param given what the clinician says
 * @param reason why, in the clinician's words; empty when none was given
 */
public record GradeDecision(RiskGrade standing, RiskGrade given, String reason) {

    public GradeDecision {
        reason = reason.strip();
        if (given == RiskGrade.NOT_ASSESSED) {
            throw new IllegalArgumentException("A clinician gives low, moderate, high or urgent.");
        }
        if (lowers(standing, given) && reason.isEmpty()) {
            throw new IllegalArgumentException("Say why the risk is lower than it stands.");
        }
    }

    /** The decision, unless it lowers the grade without a reason or gives no grade. */
    public static Optional<GradeDecision> of(RiskGrade standing, RiskGrade given, String reason) {
        return given == RiskGrade.NOT_ASSESSED || (lowers(standing, given) && reason.isBlank())
                ? Optional.empty()
                : Optional.of(new GradeDecision(standing, given, reason));
    }

    /**
     * What is left at a later contact of a grade that was given at an earlier one: what was raised stays raised until a
     * clinician lowers it; what was lowered is judged anew, since the rules know more now.
     *
     * @param given by the clinician, over what the rules said {@code then}
     * @param now what the rules say at the later contact
     */
    public static Optional<RiskGrade> carried(RiskGrade given, RiskGrade then, RiskGrade now) {
        return given.compareTo(then) > 0 && given.compareTo(now) > 0 ? Optional.of(given) : Optional.empty();
    }

    /** "Low" where the rules could not look is a lowering: nobody has looked. */
    private static boolean lowers(RiskGrade standing, RiskGrade given) {
        return standing == RiskGrade.NOT_ASSESSED ? given == RiskGrade.LOW : given.compareTo(standing) < 0;
    }
}
