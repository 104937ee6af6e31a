package org.ancregistry.domain.rules;

/** One thing that a rule asks about a woman. */
@FunctionalInterface
interface Condition {

    /** Holds for every woman. */
    Condition ALWAYS = now -> Verdict.of(true);

    Verdict in(Situation now);

    default Condition and(Condition other) {
        return now -> in(now).and(other.in(now));
    }

    default Condition or(Condition other) {
        return now -> in(now).or(other.in(now));
    }

    default Condition not() {
        return now -> in(now).not();
    }

    /** Counts what is not known as yes: for rules that would rather warn once too often. */
    default Condition unlessKnownOtherwise() {
        return now -> {
            var verdict = in(now);
            return verdict.no() ? verdict : new Verdict(Truth.YES, verdict.facts(), verdict.missing());
        };
    }

    /** Tests that can stand in for each other: one that was done decides, when none of them says yes. */
    static Condition anyTest(Condition... tests) {
        return now -> {
            var verdict = Verdict.of(false);
            var done = false;
            for (var test : tests) {
                var one = test.in(now);
                done = done || one.truth() != Truth.UNKNOWN;
                verdict = verdict.or(one);
            }
            return done && verdict.truth() == Truth.UNKNOWN
                    ? new Verdict(Truth.NO, verdict.facts(), verdict.missing())
                    : verdict;
        };
    }
}
