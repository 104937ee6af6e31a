package org.ancregistry.portals.record;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An appointment.
 *
 * @param reference {@code Appointment/…}
 * @param status FHIR appointment status
 * @param version resource version, the SEQUENCE of its calendar entry
 */
public record BookedVisit(
        String reference,
        ZonedDateTime start,
        @Nullable String place,
        String status,
        @Nullable String version) {

    public boolean cancelled() {
        return status.equals("cancelled") || status.equals("entered-in-error");
    }

    public String id() {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
