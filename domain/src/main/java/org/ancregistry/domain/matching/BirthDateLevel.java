package org.ancregistry.domain.matching;

import java.time.LocalDate;
import java.time.MonthDay;

/** How two birth dates agree. Probabilities: the parameters measured on the 20,000 generated mothers, field "dob". */
enum BirthDateLevel {
    SAME(new Likelihoods(0.887585, 0.000156147, 0.0781072)),
    /** Day and month changed places. */
    SWAPPED(new Likelihoods(0.00533276, 3.31019e-05, 0.000570126)),
    /** One digit differs, or the year and one of the others agree. */
    ONE_PART_OFF(new Likelihoods(0.0420222, 0.00335934, 0.00741163)),
    /** The first of January on both sides, which says no more than the year. */
    SAME_YEAR_START(new Likelihoods(0.0599403, 0.00813203, 0.0176739)),
    /** Only the year is known on one side: such dates stand as the first of January. */
    YEAR_ONLY(new Likelihoods(0.0599403, 0.00813203, 0.0176739)),
    /** Only the year is known on one side, from her age, and is a year off: assumed to say nothing. */
    ABOUT_THE_YEAR(Likelihoods.NEUTRAL),
    /** Same day and month, a year apart. */
    YEAR_OFF(new Likelihoods(0.00405290, 0.000142773, 0.000570126)),
    DIFFERENT(new Likelihoods(0.00106655, 0.988177, 0.895667));

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers does not change.
    private final Likelihoods likelihoods;

    BirthDateLevel(Likelihoods likelihoods) {
        this.likelihoods = likelihoods;
    }

    Likelihoods likelihoods() {
        return likelihoods;
    }

    FieldResult result() {
        return switch (this) {
            case SAME, SAME_YEAR_START -> FieldResult.SAME;
            case DIFFERENT -> FieldResult.DIFFERENT;
            default -> FieldResult.CLOSE;
        };
    }

    static BirthDateLevel of(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return one.getDayOfYear() == 1 ? SAME_YEAR_START : SAME;
        }
        if (swapped(one, other)) {
            return SWAPPED;
        }
        var years = Math.abs(one.getYear() - other.getYear());
        if (years == 1 && MonthDay.from(one).equals(MonthDay.from(other))) {
            return YEAR_OFF;
        }
        if (years <= 1 && (one.getDayOfYear() == 1 || other.getDayOfYear() == 1)) {
            return years == 0 ? YEAR_ONLY : ABOUT_THE_YEAR;
        }
        var halfSame = one.getMonth() == other.getMonth() || one.getDayOfMonth() == other.getDayOfMonth();
        return (years == 0 && halfSame) || Spelling.oneCharacterOff(one.toString(), other.toString())
                ? ONE_PART_OFF
                : DIFFERENT;
    }

    private static boolean swapped(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
    }
}
