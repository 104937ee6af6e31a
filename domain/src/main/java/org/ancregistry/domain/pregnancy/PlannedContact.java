package org.ancregistry.domain.pregnancy;

import java.time.LocalDate;

/**
 * One contact of the plan and the days on which it is in time.
 *
 * @param weeks gestational age on the due day
 * @param due the day to aim for
 * @param opens the first day on which a contact counts as this one
 * @param closes the last day in time; the day after, it is overdue
 * @param delivery whether this is no contact but the day to be referred for delivery
 */
public record PlannedContact(int weeks, LocalDate due, LocalDate opens, LocalDate closes, boolean delivery) {

    private static final int OVERDUE_DAYS = 7;

    static PlannedContact of(Dating dating, int weeks, LocalDate previous) {
        var due = dating.dayOf(weeks);
        var early = due.minusDays(OVERDUE_DAYS - 1);
        var opens = early.isAfter(previous) ? early : previous.plusDays(1);
        return new PlannedContact(
                weeks, due, opens, due.plusDays(OVERDUE_DAYS - 1), weeks == ContactSchedule.REFER_FOR_DELIVERY);
    }

    /** Where a planned contact stands on a day on which it has not taken place. */
    public enum Standing {
        NOT_YET,
        /** It is in time. */
        OPEN,
        /** From 7 days after the due day (WHO ANC.S.01). */
        OVERDUE,
        /** From 28 days after the due day, when the next one is nearer: it will not take place any more. */
        MISSED
    }

    private static final int MISSED_DAYS = 28;

    /** How it stands on that day, as long as she has not come for it. */
    public Standing on(LocalDate day) {
        if (day.isBefore(opens)) {
            return Standing.NOT_YET;
        }
        if (!overdue(day)) {
            return Standing.OPEN;
        }
        return day.isBefore(due.plusDays(MISSED_DAYS)) ? Standing.OVERDUE : Standing.MISSED;
    }

    /** Whether the contact is overdue: from 7 days after the due day. */
    public boolean overdue(LocalDate on) {
        return on.isAfter(closes);
    }
}
