package org.ancregistry.operations.fhir;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.ancregistry.domain.clinical.ClinicWeek;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.TimeType;

/** When a facility holds its clinic, as its Organization says. */
public final class ClinicWeeks {

    private static final String DAYS = Canon.extension("anc-clinic-days");

    private ClinicWeeks() {}

    /** Empty where nobody has entered it, or it cannot be read. */
    public static Optional<ClinicWeek> of(Organization facility) {
        return Optional.ofNullable(facility.getExtensionByUrl(DAYS)).flatMap(ClinicWeeks::of);
    }

    private static Optional<ClinicWeek> of(Extension told) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        told.getExtensionsByUrl("day")
                .forEach(day -> day(day.getValue().primitiveValue()).ifPresent(days::add));
        var opens = told.getExtensionByUrl("opens");
        var places = told.getExtensionByUrl("places");
        if (days.isEmpty()
                || opens == null
                || places == null
                || !(opens.getValue() instanceof TimeType time)
                || !(places.getValue() instanceof PositiveIntType number)
                || number.getValue() > ClinicWeek.MOST_PLACES) {
            return Optional.empty();
        }
        return Optional.of(new ClinicWeek(days, LocalTime.parse(time.getValue()), number.getValue()));
    }

    /** FHIR's code of a day of the week: {@code mon} to {@code sun}. */
    private static Optional<DayOfWeek> day(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equalsIgnoreCase(code))
                .findFirst();
    }
}
