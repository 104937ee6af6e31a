package org.ancregistry.portals.midwife;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a page sends back beside the answers, so that a second press asks for exactly the same.
 *
 * @param requestId made with the page: sent twice, it is written once
 * @param madeAt when the page was made
 * @param basedOn which state of the record it was made from
 */
record AskingForm(String requestId, String madeAt, String basedOn) {

    static AskingForm made(String basedOn, Clock clock) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new AskingForm(UUID.randomUUID().toString(), now.toString(), basedOn);
    }

    static AskingForm sent(Map<String, String> form) {
        return new AskingForm(
                form.getOrDefault("requestId", ""), form.getOrDefault("madeAt", ""), form.getOrDefault("basedOn", ""));
    }

    AskingForm basedOn(String version) {
        return new AskingForm(requestId, madeAt, version);
    }

    /** Empty when it is no moment. */
    Optional<ZonedDateTime> moment(ZoneId zone) {
        try {
            return Optional.of(Instant.parse(madeAt).atZone(zone));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
