package org.ancregistry.operations.evaluatemeasure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.indicators.Indicator;
import org.jspecify.annotations.Nullable;

/** Counts pregnancies in the database. */
public interface IndicatorCounts {

    /** Of each indicator all that is not empty, in one query for those that count by the same day. */
    Map<Indicator, List<Cell>> cells(Collection<Indicator> indicators, Asked asked);

    /** At most {@code limit} pregnancies that count, by the day on which they do. */
    List<Counted> pregnancies(Indicator indicator, Asked asked, int limit);

    /**
     * Where and when.
     *
     * @param units {@code Organization/…} of areas or facilities; absent for the whole registry
     * @param atFacility whether the units are those where she was seen first, and not those that look after her
     * @param from the first day of the period
     * @param to its last day
     */
    record Asked(@Nullable Set<String> units, boolean atFacility, LocalDate from, LocalDate to) {

        public boolean isOfNoUnit() {
            return units != null && units.isEmpty();
        }
    }

    /**
     * How many pregnancies of one month, age group and education count, and what they add to the numerator.
     *
     * @param ageGroup a code of {@link org.ancregistry.domain.indicators.AgeGroup}; absent where her birth date is not known
     * @param education WHO's code; absent where she was not asked
     */
    record Cell(
            YearMonth month,
            @Nullable String ageGroup,
            @Nullable String education,
            long denominator,
            long numerator) {}

    /**
     * One pregnancy that counts.
     *
     * @param patient {@code Patient/…}
     * @param met whether it meets the indicator
     */
    record Counted(String patient, boolean met) {}
}
