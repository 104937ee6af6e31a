package org.ancregistry.portals.care;

import java.time.Instant;
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
