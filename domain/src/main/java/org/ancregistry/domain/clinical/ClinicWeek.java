package org.ancregistry.domain.clinical;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * On which days of the week a clinic is held, from when, and for how many women each time.
 *
 * @param days at least one
 * @param places from 1 to 500
 */
public record ClinicWeek(Set<DayOfWeek> days, LocalTime opens, int places) {

    /** More than a hall can take. */
    public static final int MOST_PLACES = 500;

    public ClinicWeek {
        if (days.isEmpty() || places < 1 || places > MOST_PLACES) {
            throw new IllegalArgumentException("A clinic is held on some day, for 1 to " + MOST_PLACES + " women.");
        }
        days = Set.copyOf(EnumSet.copyOf(days));
    }

    /** Whether it is held on that day. */
    public boolean isHeldOn(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    /** The next {@code count} days on which it is held, that day included. */
    public List<LocalDate> from(LocalDate day, int count) {
        return day.datesUntil(day.plusWeeks(count))
                .filter(this::isHeldOn)
                .limit(count)
                .toList();
    }
}
