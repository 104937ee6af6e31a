package org.ancregistry.server.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/** Whether a term of office lasts. A day, a month or a year at its end belongs to it. */
final class Term {

    private static final String FIRST_OF_YEAR = "-01-01";
    private static final int WHOLE_DATE = FIRST_OF_YEAR.length() + "2000".length();

    private Term() {}

    static boolean holds(Period term, Clock clock) {
        var now = clock.instant();
        return !(term.getStart() != null && first(term.getStartElement(), clock).isAfter(now))
                && !(term.getEnd() != null
                        && !after(term.getEndElement(), clock).isAfter(now));
    }

    private static Instant first(DateTimeType moment, Clock clock) {
        return moment.hasTime()
                ? moment.getValue().toInstant()
                : day(moment).atStartOfDay(clock.getZone()).toInstant();
    }

    /** The first moment that no longer belongs to it. */
    private static Instant after(DateTimeType moment, Clock clock) {
        if (moment.hasTime()) {
            return moment.getValue().toInstant().plusSeconds(1);
        }
        var day = day(moment);
        var next =
                switch (moment.getPrecision()) {
                    case YEAR -> day.plusYears(1);
                    case MONTH -> day.plusMonths(1);
                    default -> day.plusDays(1);
                };
        return next.atStartOfDay(clock.getZone()).toInstant();
    }

    private static LocalDate day(DateTimeType written) {
        return LocalDate.parse((written.getValueAsString() + FIRST_OF_YEAR).substring(0, WHOLE_DATE));
    }
}
