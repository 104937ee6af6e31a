package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.newest;
import static org.ancregistry.domain.rules.Known.today;
import static org.ancregistry.domain.rules.Known.weeks;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Blood sugar and what the urine shows. WHO's table DT.23 calls a 1-hour value of 200 diabetes; WHO's criteria of 2013
 * have no such limit, so here the 1-hour value only tells gestational diabetes.
 */
final class SugarRules {

    private static final String[] MUCH_SUGAR = {"ANC.B9.DE153", "ANC.B9.DE154", "ANC.B9.DE155"};
    private static final Set<String> SUGAR = Set.of("ANC.B9.DE152", "ANC.B9.DE153", "ANC.B9.DE154", "ANC.B9.DE155");
    private static final String URINE = "urine_glucose";

    private SugarRules() {}

    static Map<String, Logic> logic() {
        return Map.of(
                "R-GDM", Logic.when(gestational()),
                "R-DM",
                        Logic.when(Condition.anyTest(
                                fasting("fasting"),
                                newest("ogtt_2h").atLeast("two_hours"),
                                newest("glucose_random").atLeast("random"))),
                "R-GDM-RISK",
                        Logic.when(Bodies.MASS_INDEX
                                .atLeast("bmi")
                                .or(Past.had("prev_gdm"))
                                .or(Past.had("prev_macrosomia"))
                                .or(sugarInUrine())),
                "R-GLYCOSURIA", Logic.when(sugarInUrine()),
                "R-OGTT-DUE",
                        Logic.when(SugarRules::noTestSince)
                                .only(weeks().atLeast("from").and(weeks().atMost("until"))),
                "R-PPBS", Logic.when(newest("glucose_ppbs").atLeast("sugar")),
                "R-ASB",
                        Logic.when(today("urine_nitrite")
                                .isAnyOf("ANC.B9.DE134", "ANC.B9.DE135", "ANC.B9.DE136", "ANC.B9.DE137")
                                .or(today("urine_leucocytes")
                                        .isAnyOf("ANC.B9.DE140", "ANC.B9.DE141", "ANC.B9.DE142", "ANC.B9.DE143"))));
    }

    private static Condition gestational() {
        var fasting = fasting("fasting").and(fasting("diabetes_fasting").not());
        var twoHours =
                newest("ogtt_2h").atLeast("two_hours").and(newest("ogtt_2h").below("diabetes_two_hours"));
        return fasting.or(newest("ogtt_1h").atLeast("one_hour")).or(twoHours);
    }

    /** Fasting, alone or at the beginning of the sugar test. */
    private static Condition fasting(String threshold) {
        return Condition.anyTest(
                newest("glucose_fasting").atLeast(threshold),
                newest("ogtt_fasting").atLeast(threshold));
    }

    private static Condition sugarInUrine() {
        return newest(URINE).isAnyOf(MUCH_SUGAR).or(SugarRules::sugarAgain);
    }

    /** A little sugar on as many days as the rule says. */
    private static Verdict sugarAgain(Situation now) {
        var tested = now.facts().all(URINE);
        if (tested.isEmpty()) {
            return Verdict.unknown(URINE);
        }
        var found = tested.stream()
                .filter(fact -> Known.codes(fact).stream().anyMatch(SUGAR::contains))
                .toList();
        var days = found.stream().map(Fact::on).distinct().count();
        return new Verdict(
                Truth.of(days >= now.whole("times")), new LinkedHashSet<>(found.isEmpty() ? tested : found), Set.of());
    }

    private static Verdict noTestSince(Situation now) {
        var facts = now.facts();
        return facts.newest("ogtt_2h")
                .filter(test -> facts.weeksOn(test.on()).orElse(0) >= now.whole("from"))
                .map(test -> Verdict.of(false, test))
                .orElseGet(() -> new Verdict(Truth.YES, Set.of(), Set.of("ogtt_2h")));
    }
}
