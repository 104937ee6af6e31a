package org.ancregistry.portals.figures;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/** A period that can be chosen: whole days from its first to its last, or to today. */
enum Span {
    THIS_MONTH,
    LAST_MONTH,
    THIS_YEAR,
    LAST_YEAR;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An unknown one is a mistyped address: the year so far. */
    static Span of(String code) {
        return Arrays.stream(values())
                .filter(span -> span.code().equals(code))
                .findFirst()
                .orElse(THIS_YEAR);
    }

    LocalDate from(LocalDate today) {
        return switch (this) {
            case THIS_MONTH -> today.withDayOfMonth(1);
            case LAST_MONTH -> today.withDayOfMonth(1).minusMonths(1);
            case THIS_YEAR -> today.withDayOfYear(1);
            case LAST_YEAR -> today.withDayOfYear(1).minusYears(1);
        };
    }

    LocalDate to(LocalDate today) {
        return switch (this) {
            case THIS_MONTH, THIS_YEAR -> today;
            case LAST_MONTH -> from(today).with(TemporalAdjusters.lastDayOfMonth());
            case LAST_YEAR -> from(today).with(TemporalAdjusters.lastDayOfYear());
        };
    }
}
