package org.ancregistry.domain.pregnancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The date of delivery in use, and what it rests on. All gestational ages of a pregnancy follow from it.
 *
 * @param edd expected date of delivery: 40 weeks
 * @param source what it rests on
 */
public record Dating(LocalDate edd, Source source) {

    /** What a dating rests on. */
    public enum Source {
        LAST_PERIOD("ANC.B6.DE19"),
        ULTRASOUND("ANC.B6.DE20");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        /** WHO's answer code to ANC.B6.DE18, the source of gestational age. */
        public String code() {
            return code;
        }
    }

    /** EDD = first day of the last period + 280 days. */
    public static Dating byLastPeriod(LocalDate firstDay) {
        return new Dating(firstDay.plusDays(GestationalAge.TERM_DAYS), Source.LAST_PERIOD);
    }

    /** What a scan says: so many weeks and days on the day on which it was made. */
    public static Dating byScan(LocalDate scanned, GestationalAge age) {
        return new Dating(scanned.plusDays(GestationalAge.TERM_DAYS - age.totalDays()), Source.ULTRASOUND);
    }

    /** The gestational age on that day (C-GA); empty outside 0 to 45 weeks. */
    public Optional<GestationalAge> ageOn(LocalDate day) {
        return GestationalAge.ofDays(GestationalAge.TERM_DAYS - ChronoUnit.DAYS.between(day, edd));
    }

    /** The day on which the pregnancy is that many completed weeks old. */
    public LocalDate dayOf(int weeks) {
        return edd.minusDays(GestationalAge.TERM_DAYS).plusWeeks(weeks);
    }
}
