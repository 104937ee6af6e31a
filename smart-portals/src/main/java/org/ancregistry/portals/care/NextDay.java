package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * When she is to come next, as it was typed or chosen.
 *
 * @param clinic the day of a clinic that was chosen, as in {@code 2026-12-03T08:30}
 */
record NextDay(
        TypedDate date, @Nullable String time, @Nullable String clinic) {

    /** A date that was typed, or otherwise the day of the clinic that was chosen. */
    Optional<ZonedDateTime> start(ZoneId zone) {
        return date.isEmpty() ? chosen().map(start -> start.atZone(zone)) : typed(zone);
    }

    /** Says at the fields {@code nextDate}, {@code nextTime} and {@code nextClinic} what cannot be. */
    void check(LocalDate today, BindingResult errors) {
        if (!date.isEmpty() && date.date().filter(day -> day.isAfter(today)).isEmpty()) {
            errors.rejectValue("nextDate", "visit.nextDate.wrong");
        } else if (date.isEmpty()
                && chosen().filter(start -> !start.toLocalDate().isAfter(today)).isPresent()) {
            errors.rejectValue("nextClinic", "visit.nextDate.wrong");
        } else if (!date.isEmpty() && typed(ZoneId.of("UTC")).isEmpty()) {
            errors.rejectValue("nextTime", "visit.nextTime.wrong");
        }
    }

    private Optional<LocalDateTime> chosen() {
        try {
            return clinic == null || clinic.isBlank() ? Optional.empty() : Optional.of(LocalDateTime.parse(clinic));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<ZonedDateTime> typed(ZoneId zone) {
        return date.date().flatMap(day -> typedTime().map(at -> day.atTime(at).atZone(zone)));
    }

    private Optional<LocalTime> typedTime() {
        try {
            return time == null ? Optional.empty() : Optional.of(LocalTime.parse(time.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
