package org.ancregistry.portals.admin;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.domain.clinical.ClinicWeek;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.TimeType;
import org.jspecify.annotations.Nullable;

/**
 * On which days a clinic is held, as somebody typed it.
 *
 * @param days FHIR's codes, {@code mon} to {@code sun}
 * @param opens as in {@code 08:30}
 * @param places for how many women
 */
record Days(List<String> days, String opens, String places) {

    static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    static final Days NONE = new Days(List.of(), "", "");

    private static final String EXTENSION = "https://ancregistry.org/fhir/StructureDefinition/anc-clinic-days";
    private static final int MINUTES = "08:30".length();

    Days(@Nullable List<String> days, @Nullable String opens, @Nullable String places) {
        this.days =
                WEEK.stream().filter(day -> days != null && days.contains(day)).toList();
        this.opens = Typed.line(Objects.requireNonNullElse(opens, ""));
        this.places = Typed.line(Objects.requireNonNullElse(places, ""));
    }

    static Days of(Organization organization) {
        var told = organization.getExtensionByUrl(EXTENSION);
        return told == null
                ? NONE
                : new Days(
                        told.getExtensionsByUrl("day").stream()
                                .map(day -> day.getValue().primitiveValue())
                                .toList(),
                        text(told, "opens")
                                .map(time -> time.substring(0, MINUTES))
                                .orElse(""),
                        text(told, "places").orElse(""));
    }

    private static Optional<String> text(Extension told, String part) {
        return Optional.ofNullable(told.getExtensionByUrl(part))
                .map(found -> found.getValue().primitiveValue());
    }

    /** Nothing was entered. */
    boolean isEmpty() {
        return days.isEmpty() && opens.isEmpty() && places.isEmpty();
    }

    Optional<LocalTime> time() {
        try {
            return opens.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(opens));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Optional<Integer> number() {
        return places.matches("[0-9]{1,3}")
                ? Optional.of(Integer.valueOf(places)).filter(number -> number > 0 && number <= ClinicWeek.MOST_PLACES)
                : Optional.empty();
    }

    void fill(Organization organization) {
        organization.getExtension().removeIf(extension -> EXTENSION.equals(extension.getUrl()));
        if (days.isEmpty()) {
            return;
        }
        var told = new Extension(EXTENSION);
        days.forEach(day -> told.addExtension("day", new CodeType(day)));
        told.addExtension("opens", new TimeType(time().orElseThrow() + ":00"));
        told.addExtension("places", new PositiveIntType(number().orElseThrow()));
        organization.addExtension(told);
    }
}
