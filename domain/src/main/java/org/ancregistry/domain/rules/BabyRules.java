package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.newest;
import static org.ancregistry.domain.rules.Known.today;
import static org.ancregistry.domain.rules.Known.weeks;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How the baby does. Where the week is not known, a baby that does not move or whose heart is not heard counts as old
 * enough. WHO's tables print "100 bpm &gt; FHR &gt; 180 bpm", which no heart rate can be: here it is below or above.
 */
final class BabyRules {

    private static final Known HEART_RATE = today("fhr");
    private static final String HEIGHT = "fundal_height";

    private BabyRules() {}

    static Map<String, Logic> logic() {
        var oldEnough = weeks().atLeast("from").unlessKnownOtherwise();
        return Map.of(
                "R-MOVEMENT",
                        Logic.when(today("fetal_movement").isAnyOf("ANC.B7.DE100", "ANC.B7.DE101"))
                                .only(oldEnough),
                "R-NOFHR", Logic.when(today("fhr_present").yes().not()).only(oldEnough),
                "R-FHR",
                        Logic.first(null, HEART_RATE.below("low").or(HEART_RATE.above("high")))
                                .then(
                                        Severity.PROMPT,
                                        HEART_RATE.below("warn_low").or(HEART_RATE.above("warn_high")),
                                        "repeat-heart-rate"),
                "R-MULTIPLE", Logic.when(newest("n_fetuses").atLeast("fetuses")),
                "R-MALPRES",
                        Logic.when(today("presentation").isAnyOf("ANC.B8.DE114", "ANC.B8.DE115", "ANC.B8.DE116"))
                                .only(weeks().atLeast("from")),
                "R-LIQUOR", Logic.when(newest("amniotic_fluid").isAnyOf("ANC.B9.DE11", "ANC.B9.DE12")),
                "R-PRAEVIA",
                        Logic.when(newest("placenta").isAnyOf("ANC.B9.DE14")).only(weeks().above("after")),
                "R-SFH",
                        Logic.when(BabyRules::farFromTheWeeks)
                                .only(weeks().atLeast("from").and(weeks().atMost("until"))),
                "R-SFH-STATIC", Logic.when(BabyRules::doesNotGrow));
    }

    /** At these weeks the height in centimetres is about the number of weeks. */
    private static Verdict farFromTheWeeks(Situation now) {
        var height = now.facts().today(HEIGHT).filter(CaseFacts::isNumber);
        var weeks = now.facts().weeks();
        if (height.isEmpty() || weeks.isEmpty()) {
            return Verdict.unknown(height.isEmpty() ? HEIGHT : CaseFacts.WEEKS);
        }
        var apart = number(height.get()).subtract(number(weeks.get())).abs();
        return Verdict.of(apart.compareTo(now.limit("difference")) > 0, height.get(), weeks.get());
    }

    /** Compares this height with the last one that is neither too young nor too old to tell. */
    private static Verdict doesNotGrow(Situation now) {
        var height = now.facts().today(HEIGHT).filter(CaseFacts::isNumber);
        var on = now.facts().on();
        var before = now.facts().all(HEIGHT).stream()
                .filter(CaseFacts::isNumber)
                .filter(fact -> !fact.on().isAfter(on.minusWeeks(now.whole("at_least"))))
                .filter(fact -> !fact.on().isBefore(on.minusWeeks(now.whole("at_most"))))
                .findFirst();
        if (height.isEmpty() || before.isEmpty()) {
            return Verdict.unknown(HEIGHT);
        }
        return Verdict.of(number(height.get()).compareTo(number(before.get())) <= 0, height.get(), before.get());
    }

    private static BigDecimal number(Fact fact) {
        return CaseFacts.number(fact).orElseThrow();
    }
}
