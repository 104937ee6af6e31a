package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.newest;
import static org.ancregistry.domain.rules.Known.weeks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Her weight and height. */
final class BodyRules {

    private static final String WEIGHT = "weight";
    private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);

    private BodyRules() {}

    static Map<String, Logic> logic() {
        return Map.of(
                "R-BMI-LOW", Logic.when(Bodies.MASS_INDEX.below("bmi")),
                "R-BMI-HIGH",
                        Logic.first(Severity.HIGH, Bodies.MASS_INDEX.atLeast("bmi_high"))
                                .then(null, Bodies.MASS_INDEX.atLeast("bmi"), null),
                "R-SHORT", Logic.when(newest("height").below("height")),
                "R-WEIGHT-GAIN", Logic.when(BodyRules::gainOutOfRange).only(weeks().atLeast("from")));
    }

    /** Loses weight, or gains more than so many kilograms a week, since the contact before. */
    private static Verdict gainOutOfRange(Situation now) {
        var today = now.facts().today(WEIGHT).filter(CaseFacts::isNumber);
        var before = now.facts().all(WEIGHT).stream()
                .filter(CaseFacts::isNumber)
                .filter(fact -> fact.on().isBefore(now.facts().on()))
                .findFirst();
        if (today.isEmpty() || before.isEmpty()) {
            return Verdict.unknown(WEIGHT);
        }
        var days = ChronoUnit.DAYS.between(before.get().on(), now.facts().on());
        var gain = number(today.get()).subtract(number(before.get()));
        var aWeek = gain.multiply(DAYS_A_WEEK).divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
        return Verdict.of(gain.signum() < 0 || aWeek.compareTo(now.limit("most")) > 0, today.get(), before.get());
    }

    private static BigDecimal number(Fact fact) {
        return CaseFacts.number(fact).orElseThrow();
    }
}
