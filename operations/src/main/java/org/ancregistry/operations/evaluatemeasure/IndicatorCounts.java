package org.ancregistry.operations.evaluatemeasure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.indicators.Indicator;
import org.jspecify.annotations.Nullable;

/** Counts pregnancies in the database. */
public interface IndicatorCounts {

    /** The months of the period in which there is anything to count, in order. */
    List<Month> byMonth(Asked asked);

    /** At most {@code limit} pregnancies that count, by the day on which they do. */
    List<Counted> pregnancies(Asked asked, int limit);

    /**
     * What is counted.
     *
     * @param units {@code Organization/…} of areas or facilities; absent for the whole registry
     * @param atFacility whether the units are those where she was seen first, and not those that look after her
     * @param from the first day of the period
     * @param to its last day
     */
    record Asked(Indicator indicator, @Nullable Set<String> units, boolean atFacility, LocalDate from, LocalDate to) {

        public boolean isOfNoUnit() {
            return units != null && units.isEmpty();
        }
    }

    /** How many count in one month, and what they add to the numerator. */
    record Month(YearMonth month, long denominator, long numerator) {}

    /**
     * One pregnancy that counts.
     *
     * @param patient {@code Patient/…}
     * @param met whether it meets the indicator
     */
    record Counted(String patient, boolean met) {}
}
