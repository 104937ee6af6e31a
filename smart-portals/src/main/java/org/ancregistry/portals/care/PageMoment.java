package org.ancregistry.portals.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which a page was made. The page sends it back, so that a second press of a button asks for exactly the
 * same: the registry answers a request id that comes with something else with a refusal.
 */
final class PageMoment {

    private PageMoment() {}

    /** As in {@code 2026-11-22T05:00:00Z}. */
    static String text(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * The moment of something that was done on a day: that of the page when it was made on the same day, otherwise noon of
     * that day; of a page that was kept over midnight the beginning of the day, so that it never lies in the future. The
     * same at every press.
     */
    static ZonedDateTime on(LocalDate day, @Nullable String madeAt, ZoneId zone) {
        var made = of(madeAt, zone);
        if (made.filter(page -> page.toLocalDate().equals(day)).isPresent()) {
            return made.get();
        }
        var isEarlier = made.filter(page -> day.isBefore(page.toLocalDate())).isPresent();
        return isEarlier ? day.atTime(LocalTime.NOON).atZone(zone) : day.atStartOfDay(zone);
    }

    /** Empty when it is no moment, or none came with the page. */
    static Optional<ZonedDateTime> of(@Nullable String text, ZoneId zone) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(Instant.parse(text).atZone(zone));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
