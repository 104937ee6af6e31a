package org.ancregistry.domain.matching;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/** How two birth dates agree. */
enum BirthDateLevel implements Level {
    SAME,
    /** Day and month changed places. */
    SWAPPED,
    /** One digit differs, or the year and one of the others agree. */
    ONE_PART_OFF,
    /** The first of January on both sides, which says no more than the year. */
    SAME_YEAR_START,
    /** Only the year is known on one side: such dates stand as the first of January. */
    YEAR_ONLY,
    /** Only the year is known on one side, from her age, and is a year or two off. */
    ABOUT_THE_YEAR,
    /** Same day and month, a year apart. */
    YEAR_OFF,
    /** Same day and month, some years apart. */
    YEARS_OFF,
    /** At most a month apart, over the end of one: a week or a month miscounted. It says little either way. */
    ABOUT_THE_DAY,
    DIFFERENT;

    private static final int FEW_YEARS = 10;
    private static final int ABOUT = 2;
    private static final int A_MONTH = 31;

    @Override
    public String field() {
        return "birthDate";
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
        if (years <= ABOUT && (one.getDayOfYear() == 1 || other.getDayOfYear() == 1)) {
            return years == 0 ? YEAR_ONLY : ABOUT_THE_YEAR;
        }
        if (years <= FEW_YEARS && MonthDay.from(one).equals(MonthDay.from(other))) {
            return YEARS_OFF;
        }
        var halfSame = one.getMonth() == other.getMonth() || one.getDayOfMonth() == other.getDayOfMonth();
        if ((years == 0 && halfSame) || Spelling.oneCharacterOff(one.toString(), other.toString())) {
            return ONE_PART_OFF;
        }
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= A_MONTH ? ABOUT_THE_DAY : DIFFERENT;
    }

    private static boolean swapped(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
    }
}
