package org.ancregistry.domain.inbound;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A moment as another system writes it. DHIS2 writes {@code 2025-09-04T07:37:47.106} and means its own clock; FHIR wants a
 * zone with every time.
 *
 * @param text as FHIR wants it; a day alone stays a day
 * @param zoneAdded whether the zone had to be added
 */
public record Zoneless(String text, boolean zoneAdded) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WITH_ZONE = Pattern.compile(".+(?:Z|[+-]\\d{2}:\\d{2})");

    /** The day on which that was in that zone; a day alone is that day in every zone. */
    public LocalDate day(ZoneId zone) {
        return DAY.matcher(text).matches()
                ? LocalDate.parse(text)
                : OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate();
    }

    /** Reads it in that zone; empty when it is no whole day and no moment. */
    public static Optional<Zoneless> read(String written, ZoneId zone) {
        try {
            if (DAY.matcher(written).matches()) {
                return Optional.of(new Zoneless(LocalDate.parse(written).toString(), false));
            }
            if (WITH_ZONE.matcher(written).matches()) {
                OffsetDateTime.parse(written);
                return Optional.of(new Zoneless(written, false));
            }
            var moment = LocalDateTime.parse(written).atZone(zone).toOffsetDateTime();
            return Optional.of(new Zoneless(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment), true));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
