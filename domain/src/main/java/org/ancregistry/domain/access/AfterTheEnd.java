package org.ancregistry.domain.access;

import java.time.LocalDate;

/** How long the area that looked after a pregnancy still reaches the woman's record. */
public final class AfterTheEnd {

    private static final int MONTHS = 12;

    private AfterTheEnd() {}

    /** The first day on which the area of a pregnancy that ended on {@code day} reaches her no longer. */
    public static LocalDate reachedUntil(LocalDate day) {
        return day.plusMonths(MONTHS).plusDays(1);
    }

    /** Of pregnancies that ended after this day the women are reached on {@code today}. */
    public static LocalDate lastReachedIf(LocalDate today) {
        return today.minusMonths(MONTHS).minusDays(1);
    }
}
