package org.ancregistry.operations;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;

/** When a contact took place, in the registry's own time zone. */
public final class ContactMoment {

    private static final String FIRST_OF_YEAR = "-01-01";
    private static final int WHOLE_DATE = "2000-01-01".length();

    private ContactMoment() {}

    /** This moment. */
    public static DateTimeType now(Clock clock) {
        return new DateTimeType(
                Date.from(clock.instant()), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(clock.getZone()));
    }

    /**
     * The moment that was given, or now.
     *
     * @param name the parameter, for a refusal
     * @throws Refusal {@link Problem#PARAMETER_INVALID} when it lies in the future
     */
    public static DateTimeType givenOrNow(@Nullable DateTimeType given, Clock clock, String name) {
        if (given == null) {
            return now(clock);
        }
        if (given.getPrecision().compareTo(TemporalPrecisionEnum.DAY) < 0) {
            throw Problem.PARAMETER_INVALID
                    .because("Give the day of the contact, with its time where it is known.")
                    .at(name);
        }
        if (instant(given, clock).isAfter(clock.instant())) {
            throw Problem.PARAMETER_INVALID
                    .because("The contact lies in the future: look at its date again.")
                    .at(name);
        }
        return given;
    }

    /** The day on which that was, where the registry is. */
    public static LocalDate day(DateTimeType moment, Clock clock) {
        return instant(moment, clock).atZone(clock.getZone()).toLocalDate();
    }

    /** That moment; a day without a time begins where the registry is, whatever zone the computer keeps. */
    public static Instant instant(DateTimeType moment, Clock clock) {
        if (moment.getPrecision().compareTo(TemporalPrecisionEnum.DAY) > 0) {
            return moment.getValue().toInstant();
        }
        var day = (moment.getValueAsString() + FIRST_OF_YEAR).substring(0, WHOLE_DATE);
        return LocalDate.parse(day).atStartOfDay(clock.getZone()).toInstant();
    }
}
