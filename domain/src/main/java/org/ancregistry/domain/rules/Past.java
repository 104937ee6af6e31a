package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.newest;

import java.util.Set;
import org.ancregistry.domain.clinical.Answer;

/** What happened in earlier pregnancies. A woman in her first pregnancy has none; "none of these" answers them all. */
final class Past {

    private static final Condition NONE_OF_THESE =
            newest("prev_complications_none").isAnyOf("ANC.B6.DE35");

    private Past() {}

    /** Whether she had that complication. */
    static Condition had(String field) {
        return unlessRuledOut(newest(field).yes(), NONE_OF_THESE.or(Past::firstPregnancy));
    }

    /** Whether there were that many of it. */
    static Condition atLeast(String field, String threshold) {
        return unlessRuledOut(newest(field).atLeast(threshold), Past::firstPregnancy);
    }

    static Condition unlessFirst(Condition condition) {
        return unlessRuledOut(condition, Past::firstPregnancy);
    }

    private static Condition unlessRuledOut(Condition condition, Condition ruledOut) {
        return now -> {
            var verdict = condition.in(now);
            var out = ruledOut.in(now);
            return verdict.truth() == Truth.UNKNOWN && out.yes()
                    ? new Verdict(Truth.NO, out.facts(), Set.of())
                    : verdict;
        };
    }

    private static Verdict firstPregnancy(Situation now) {
        return now.facts()
                .newest("gravida")
                .map(fact -> Verdict.of(fact.value().equals(new Answer.Counted(1)), fact))
                .orElseGet(() -> Verdict.unknown("gravida"));
    }
}
