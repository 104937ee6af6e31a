package org.ancregistry.domain.pregnancy;

import java.util.Optional;

/**
 * How far a pregnancy is: completed weeks and days.
 *
 * @param weeks 0 to 45
 * @param days 0 to 6
 */
public record GestationalAge(int weeks, int days) implements Comparable<GestationalAge> {

    static final int TERM_DAYS = 280;
    static final int LONGEST_DAYS = 45 * 7;

    public GestationalAge {
        if (weeks < 0 || days < 0 || days > 6 || weeks * 7 + days > LONGEST_DAYS) {
            throw new IllegalArgumentException("A gestational age lies between 0 and 45 weeks.");
        }
    }

    /** The age of so many days; empty outside 0 to 45 weeks. */
    public static Optional<GestationalAge> ofDays(long days) {
        return days < 0 || days > LONGEST_DAYS
                ? Optional.empty()
                : Optional.of(new GestationalAge((int) days / 7, (int) days % 7));
    }

    public int totalDays() {
        return weeks * 7 + days;
    }

    @Override
    public int compareTo(GestationalAge other) {
        return Integer.compare(totalDays(), other.totalDays());
    }

    /** As midwives write it: {@code 24+3}. */
    @Override
    public String toString() {
        return weeks + "+" + days;
    }
}
