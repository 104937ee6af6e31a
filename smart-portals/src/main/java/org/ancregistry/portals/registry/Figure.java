package org.ancregistry.portals.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ancregistry.domain.indicators.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * What was counted for one indicator.
 *
 * @param strata the same for each month, age group and education, by these names
 */
public record Figure(Indicator indicator, Count count, Map<String, List<Stratum>> strata) {

    private static final int WHOLE = 100;

    public Figure {
        strata = Map.copyOf(strata);
    }

    /** Whether it is the Ministry of Health's, and not WHO's. */
    public boolean isNational() {
        return indicator.id().startsWith("IND-LK");
    }

    /** As in {@code 62 %}, or {@code 5.4} for an average; nothing where nobody is counted. */
    public @Nullable String share(Count counted) {
        if (counted.of() == 0) {
            return null;
        }
        var ratio = (double) counted.met() / counted.of();
        return indicator.isAverage()
                ? String.format(Locale.ROOT, "%.1f", ratio)
                : String.format(Locale.ROOT, "%.0f %%", ratio * WHOLE);
    }

    /** How much of a bar is full, from 0 to 100; an average has none. */
    public @Nullable Long bar(Count counted) {
        return counted.of() == 0 || indicator.isAverage()
                ? null
                : Math.round((double) counted.met() * WHOLE / counted.of());
    }

    /**
     * How many count, and how many of them meet it.
     *
     * @param met of an average the sum of what is averaged
     */
    public record Count(long of, long met) {}

    /**
     * The numbers of one month, age group or education.
     *
     * @param value a month as {@code 2026-11}, an age group as {@code 15-19}, WHO's code of an education, or {@code unknown}
     */
    public record Stratum(String value, Count count) {}
}
