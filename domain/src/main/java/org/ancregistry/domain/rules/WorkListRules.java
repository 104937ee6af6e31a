package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.weeks;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.clinical.Answer;

/** What somebody has to look after between contacts. */
final class WorkListRules {

    /** The day for which she is expected and has not come. */
    static final String EXPECTED = "next_contact";

    /** The day of an urgent or routine referral that was not answered yet. */
    static final String URGENT_REFERRAL = "referral_urgent";

    static final String ROUTINE_REFERRAL = "referral_date";

    private WorkListRules() {}

    static Map<String, Logic> logic() {
        return Map.of(
                "R-OVERDUE",
                        Logic.first(
                                        null,
                                        daysSince(EXPECTED, "call").or(overdue().and(weeks().atLeast("call_from"))))
                                .then(null, daysSince(EXPECTED, "visit"), "home-visit")
                                .then(null, overdue(), "remind"),
                "R-REFERRAL-OPEN",
                        Logic.when(
                                moreDaysThan(URGENT_REFERRAL, "urgent").or(moreDaysThan(ROUTINE_REFERRAL, "routine"))));
    }

    private static Condition overdue() {
        return daysSince(EXPECTED, "overdue");
    }

    private static Condition daysSince(String name, String threshold) {
        return now -> days(now, name)
                .map(days -> Verdict.of(
                        days >= now.whole(threshold), now.facts().newest(name).orElseThrow()))
                .orElseGet(() -> Verdict.unknown(name));
    }

    /** No open referral is no unknown: there is none. */
    private static Condition moreDaysThan(String name, String threshold) {
        return now -> days(now, name)
                .map(days -> Verdict.of(
                        days > now.whole(threshold), now.facts().newest(name).orElseThrow()))
                .orElseGet(() -> Verdict.of(false));
    }

    private static Optional<Long> days(Situation now, String name) {
        return now.facts()
                .newest(name)
                .map(Fact::value)
                .filter(Answer.Dated.class::isInstance)
                .map(day -> ChronoUnit.DAYS.between(
                        ((Answer.Dated) day).value(), now.facts().on()));
    }
}
