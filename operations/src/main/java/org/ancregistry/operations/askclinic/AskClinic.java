package org.ancregistry.operations.askclinic;

import org.jspecify.annotations.Nullable;

/**
 * What a mother asks.
 *
 * @param patient {@code Patient/…}, herself
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param kind what she asks for
 * @param about {@code Appointment/…} or {@code AuditEvent/…}
 * @param words her own; absent when she adds none
 */
record AskClinic(
        String patient,
        String requestId,
        String content,
        Kind kind,
        String about,
        @Nullable String words) {}
