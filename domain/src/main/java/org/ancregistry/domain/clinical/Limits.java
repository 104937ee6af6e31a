package org.ancregistry.domain.clinical;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a number may be and what it usually is, ends included. Outside the hard limits it cannot be true and is refused;
 * outside the soft ones somebody is asked whether it is right. An end that is absent does not limit.
 */
public record Limits(
        @Nullable BigDecimal hardMin,
        @Nullable BigDecimal hardMax,
        @Nullable BigDecimal softMin,
        @Nullable BigDecimal softMax) {

    public static final Limits NONE = new Limits(null, null, null, null);

    /** Completed years of age at registration. */
    public static final Limits AGE_AT_REGISTRATION = of(10, 60, 15, 49);

    /** Completed weeks of gestational age. */
    public static final Limits GESTATIONAL_WEEKS = of(0, 45, 0, 42);

    private static Limits of(int hardMin, int hardMax, int softMin, int softMax) {
        return new Limits(
                BigDecimal.valueOf(hardMin),
                BigDecimal.valueOf(hardMax),
                BigDecimal.valueOf(softMin),
                BigDecimal.valueOf(softMax));
    }

    /** Whether the number can be true. */
    public boolean possible(BigDecimal value) {
        return within(value, hardMin, hardMax);
    }

    /** Whether the number is as one expects. */
    public boolean usual(BigDecimal value) {
        return within(value, softMin, softMax);
    }

    private static boolean within(BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
    }

    /** "between 40 and 300", or an empty text when there is no hard limit. */
    String range() {
        return hardMin == null || hardMax == null
                ? ""
                : "between " + hardMin.toPlainString() + " and " + hardMax.toPlainString();
    }
}
