package org.ancregistry.domain.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.ancregistry.domain.clinical.Answer;

/** Her body mass index before the pregnancy (C-BMI): never from a weight that was taken after 12 weeks. */
final class Bodies {

    static final Known MASS_INDEX = new Known("bmi", Bodies::massIndex);

    private static final int EARLY_WEEKS = 12;
    private static final BigDecimal CENTIMETRES = BigDecimal.valueOf(100);

    private Bodies() {}

    private static Optional<Fact> massIndex(CaseFacts facts) {
        return facts.newest("height")
                .flatMap(CaseFacts::number)
                .map(height -> height.divide(CENTIMETRES, 4, RoundingMode.HALF_UP))
                .filter(metres -> metres.signum() > 0)
                .flatMap(metres -> earlyWeight(facts)
                        .flatMap(weight -> CaseFacts.number(weight)
                                .map(kilograms -> new Fact("bmi", index(metres, kilograms), weight.on()))));
    }

    private static Optional<Fact> earlyWeight(CaseFacts facts) {
        return facts.newest("pre_weight")
                .or(() -> facts.all("weight").stream()
                        .filter(weight -> facts.weeksOn(weight.on())
                                .filter(weeks -> weeks <= EARLY_WEEKS)
                                .isPresent())
                        .reduce((newer, older) -> older));
    }

    private static Answer index(BigDecimal metres, BigDecimal weight) {
        return new Answer.Measured(weight.divide(metres.multiply(metres), 1, RoundingMode.HALF_UP), "kg/m2");
    }
}
