package org.ancregistry.domain.inbound;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a contact can belong to a pregnancy, so that last year's events do not end up in this year's child.
 *
 * @param since the day from which it has been looked after here
 * @param edd when the child is expected, where known
 */
public record PregnancySpan(LocalDate since, @Nullable LocalDate edd) {

    private static final int LONGEST_WEEKS = 45;
    private static final int TERM_WEEKS = 40;

    public boolean holds(LocalDate day) {
        var first = edd == null ? since.minusWeeks(LONGEST_WEEKS) : edd.minusWeeks(TERM_WEEKS);
        var last = edd == null ? since.plusWeeks(LONGEST_WEEKS) : edd.plusWeeks(LONGEST_WEEKS - TERM_WEEKS);
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
