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
        if (instant(given).isAfter(clock.instant())) {
            throw Problem.PARAMETER_INVALID
                    .because("The contact lies in the future: look at its date again.")
                    .at(name);
        }
        return given;
    }

    /** The day on which that was, where the registry is. */
    public static LocalDate day(DateTimeType moment, Clock clock) {
        return instant(moment).atZone(clock.getZone()).toLocalDate();
    }

    private static Instant instant(DateTimeType moment) {
        return moment.getValue().toInstant();
    }
}
