package org.ancregistry.operations.evaluatemeasure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.evaluatemeasure.Breakdown.Stratum;

/**
 * What is left out for those who may know numbers and nobody's record: behind one to four women somebody who knows the
 * village sees who they are.
 */
enum SmallNumbers {
    SHOWN,
    LEFT_OUT;

    private static final int FEWEST = 5;

    boolean leaveOut(Stratum stratum) {
        return this == LEFT_OUT && isSmall(stratum);
    }

    /**
     * The values whose numbers are left out. A single one could be worked out from the others and the whole: the next
     * smallest goes, too.
     */
    Set<String> among(List<Stratum> strata) {
        var hidden = new HashSet<String>();
        strata.stream().filter(this::leaveOut).map(Stratum::value).forEach(hidden::add);
        if (hidden.size() == 1) {
            strata.stream()
                    .filter(stratum -> !hidden.contains(stratum.value()))
                    .min(Comparator.comparing(Stratum::denominator))
                    .map(Stratum::value)
                    .ifPresent(hidden::add);
        }
        return Set.copyOf(hidden);
    }

    /** Those who meet it, and those who do not. */
    private static boolean isSmall(Stratum stratum) {
        return isFew(stratum.denominator())
                || isFew(stratum.numerator())
                || isFew(stratum.denominator() - stratum.numerator());
    }

    private static boolean isFew(long women) {
        return women > 0 && women < FEWEST;
    }

    /** Of two periods that differ by a day the difference would tell of that day. */
    static void requireWholeMonths(LocalDate from, LocalDate to) {
        if (from.getDayOfMonth() != 1 || to.getDayOfMonth() != to.lengthOfMonth()) {
            throw Problem.PARAMETER_INVALID
                    .because("Without a scope to read records you may ask about whole months.")
                    .at("periodStart");
        }
    }
}
