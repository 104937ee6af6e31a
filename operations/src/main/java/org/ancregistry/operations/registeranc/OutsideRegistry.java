package org.ancregistry.operations.registeranc;

import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.LikelyRecord;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.OutsideLook.Seen;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refusal;

/** Asks the country's directory about a woman before she is registered: for the number that she showed, or a new one. */
public final class OutsideRegistry {

    private final OutsideLook look;

    public OutsideRegistry(OutsideLook look) {
        this.look = look;
    }

    /** What was seen there, where nothing speaks against registering her. */
    Seen look(RegisterAnc asked, Registrant registrant) {
        return switch (asked.decision()) {
            case NOT_SURE -> Seen.NOTHING;
            case ISSUE_NEW -> beforeIssuing(asked, registrant);
            case USE_EXISTING -> number(asked, registrant);
        };
    }

    private Seen beforeIssuing(RegisterAnc asked, Registrant registrant) {
        var seen = look.like(registrant.compared());
        seen.probable(asked.differentFromNumbers()).ifPresent(found -> {
            throw registrant.verified() ? likely(found) : elsewhere();
        });
        return seen;
    }

    private static Refusal likely(LikelyRecord found) {
        return Problem.LIKELY_REGISTERED
                .because("The PHN directory very likely knows her under another number: compare, and use that number."
                        + " If it is another woman's, say so and register her.")
                .at("different-from")
                .concerningNumber(found.phn());
    }

    private static Refusal elsewhere() {
        return Problem.LIKELY_REGISTERED.because("The PHN directory very likely knows her under another number:"
                + " verify who she is, or decide \"not sure\" and a supervisor compares.");
    }

    private Seen number(RegisterAnc asked, Registrant registrant) {
        var phn = asked.phn() == null ? null : Phn.parse(asked.phn()).orElse(null);
        if (phn == null || !look.isThere() || look.isKnownHere(phn)) {
            return Seen.NOTHING;
        }
        var seen = look.holding(phn, registrant.compared());
        if (seen.likely().isEmpty() && !seen.unanswered()) {
            throw Problem.PHN_UNKNOWN
                    .because("Nobody holds this PHN, nor does the directory know it: read it once more from her card.")
                    .at("phn");
        }
        seen.likely().forEach(found -> refuseAnothers(phn, found));
        return seen;
    }

    private static void refuseAnothers(Phn phn, LikelyRecord found) {
        if (!phn.equals(found.phn())) {
            throw Problem.PHN_RETIRED
                    .because("This PHN is out of use: she has another one now.")
                    .at("phn");
        }
        if (found.comparison().grade() == MatchGrade.CERTAINLY_NOT) {
            throw Problem.PHN_BOUND_TO_ANOTHER
                    .because("In the PHN directory this is another person's number: read it once more from her card."
                            + " If it is hers, decide \"not sure\" and a supervisor compares.")
                    .at("phn");
        }
    }

    /**
     * What can be decided with what was seen: a number that nobody here knows, and about which the directory did not answer, is
     * not bound to her. It could be anybody's, and she could not be freed of it again.
     */
    static RegisterAnc decidable(RegisterAnc asked, Seen seen) {
        return asked.decision() == PhnDecision.USE_EXISTING && seen.unanswered() ? asked.undecided() : asked;
    }
}
