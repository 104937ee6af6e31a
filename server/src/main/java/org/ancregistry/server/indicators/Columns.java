package org.ancregistry.server.indicators;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.indicators.Denominator;
import org.ancregistry.domain.indicators.Indicator;

/** The columns of the table of pregnancies. */
final class Columns {

    private Columns() {}

    /** The day by which a pregnancy counts. */
    static String of(Denominator denominator) {
        return "on_" + denominator.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it meets the indicator. */
    static String of(Indicator indicator) {
        return "met_" + indicator.name().toLowerCase(Locale.ROOT);
    }

    /** All that is worked out, to be set in this order. */
    static String toSet() {
        return Stream.concat(
                        Arrays.stream(Denominator.values()).map(Columns::of),
                        Arrays.stream(Indicator.values()).map(Columns::of))
                .map(column -> column + " = ?")
                .collect(Collectors.joining(", "));
    }
}
