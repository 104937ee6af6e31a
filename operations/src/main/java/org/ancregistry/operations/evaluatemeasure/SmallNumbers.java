package org.ancregistry.operations.evaluatemeasure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts.Month;

/**
 * What is left out for those who may know numbers and nobody's record: behind one to four women somebody who knows the
 * village sees who they are.
 *
 * @param total whether the whole period's numbers are left out
 * @param months those whose numbers are left out
 */
record SmallNumbers(boolean total, Set<YearMonth> months) {

    static final SmallNumbers NONE = new SmallNumbers(false, Set.of());

    private static final int FEWEST = 5;

    SmallNumbers {
        months = Set.copyOf(months);
    }

    /** A single month that is left out could be worked out from the others and the whole: the next smallest goes, too. */
    static SmallNumbers in(List<Month> months) {
        var hidden = new HashSet<YearMonth>();
        months.stream().filter(SmallNumbers::isSmall).map(Month::month).forEach(hidden::add);
        if (hidden.size() == 1) {
            months.stream()
                    .filter(month -> !hidden.contains(month.month()))
                    .min(Comparator.comparing(Month::denominator))
                    .map(Month::month)
                    .ifPresent(hidden::add);
        }
        var all = new Month(
                YearMonth.of(1, 1),
                months.stream().mapToLong(Month::denominator).sum(),
                months.stream().mapToLong(Month::numerator).sum());
        return new SmallNumbers(isSmall(all), hidden);
    }

    /** Those who meet it, and those who do not. */
    private static boolean isSmall(Month month) {
        return isFew(month.denominator()) || isFew(month.numerator()) || isFew(month.denominator() - month.numerator());
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
