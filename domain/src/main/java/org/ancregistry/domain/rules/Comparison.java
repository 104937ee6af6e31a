package org.ancregistry.domain.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ancregistry.domain.clinical.Answer;

/**
 * How what was measured compares with a limit: below (-1), equal (0) or above (1). Of a measurement with only a bound
 * several may be so: "less than 5" is below 7, and nobody knows how it compares with 3.
 */
final class Comparison {

    private Comparison() {}

    /** All that may be so; nothing when it is no number or its unit cannot be converted. */
    static IntStream signs(Fact fact, BigDecimal limit) {
        return fact.value() instanceof Answer.Bounded bounded
                ? atBound(fact, bounded).stream().flatMapToInt(value -> signs(bounded.bound(), value.compareTo(limit)))
                : CaseFacts.number(fact).stream().mapToInt(number -> Integer.signum(number.compareTo(limit)));
    }

    private static Optional<BigDecimal> atBound(Fact fact, Answer.Bounded bounded) {
        return CaseFacts.number(new Fact(fact.name(), new Answer.Measured(bounded.value(), bounded.unit()), fact.on()));
    }

    /** @param sign how the bound itself compares */
    private static IntStream signs(Answer.Bound bound, int sign) {
        return switch (bound) {
            case BELOW -> sign <= 0 ? IntStream.of(-1) : IntStream.rangeClosed(-1, 1);
            case AT_MOST -> sign > 0 ? IntStream.rangeClosed(-1, 1) : IntStream.rangeClosed(-1, Integer.signum(sign));
            case AT_LEAST -> sign < 0 ? IntStream.rangeClosed(-1, 1) : IntStream.rangeClosed(Integer.signum(sign), 1);
            case ABOVE -> sign >= 0 ? IntStream.of(1) : IntStream.rangeClosed(-1, 1);
        };
    }
}
