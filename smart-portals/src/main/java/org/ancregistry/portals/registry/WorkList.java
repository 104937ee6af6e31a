package org.ancregistry.portals.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.GestationalAge;
import org.jspecify.annotations.Nullable;

/**
 * A page of the mothers whom a midwife should see next.
 *
 * @param counts how many stand under each tab, by its code
 * @param rows the most pressing first
 * @param more whether there is another page
 * @param villages in which her mothers live, whomever she looks for
 */
public record WorkList(Map<String, Integer> counts, List<Row> rows, boolean more, List<String> villages) {

    public WorkList {
        counts = Map.copyOf(counts);
        rows = List.copyOf(rows);
        villages = List.copyOf(villages);
    }

    /**
     * One mother and when she should come.
     *
     * @param opens the first day on which her next contact is in time
     * @param closes the last such day
     * @param ended the day on which the pregnancy ended; absent while it goes on
     * @param risk {@code low}, {@code moderate}, {@code high}, {@code urgent} or {@code not-assessed}
     * @param alert whether something urgent was found and nobody has done anything about it
     */
    public record Row(
            Mother mother,
            @Nullable LocalDate edd,
            @Nullable LocalDate lastContact,
            @Nullable LocalDate opens,
            @Nullable LocalDate closes,
            @Nullable LocalDate ended,
            String risk,
            boolean alert) {

        /** How far she is on that day, as in {@code 31+4}; absent when nobody knows or the child should long be born. */
        public @Nullable String weeksOn(LocalDate day) {
            return edd == null || ended != null
                    ? null
                    : new Dating(edd, Dating.Source.LAST_PERIOD)
                            .ageOn(day)
                            .map(GestationalAge::toString)
                            .orElse(null);
        }
    }
}
