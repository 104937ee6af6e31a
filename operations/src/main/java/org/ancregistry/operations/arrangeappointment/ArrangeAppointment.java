package org.ancregistry.operations.arrangeappointment;

import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;

/**
 * What is arranged with her: a day alone is given, an old appointment alone is called off, and with both it is moved.
 *
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param patient {@code Patient/…}
 * @param old the appointment that is moved or called off
 * @param day when she comes
 * @param words why, for her to read; there whenever a day is not
 */
record ArrangeAppointment(
        String requestId,
        String content,
        String patient,
        @Nullable Old old,
        @Nullable Day day,
        @Nullable String words) {

    /**
     * An appointment that she has.
     *
     * @param appointment {@code Appointment/…}
     * @param basedOn the version of it that the caller has seen
     */
    record Old(String appointment, String basedOn) {}

    /**
     * A day for her.
     *
     * @param start date and time
     * @param place {@code Organization/…}; that of the old appointment, or otherwise the writer's own, when absent
     * @param despite what the caller has seen that stands against that day
     */
    record Day(DateTimeType start, @Nullable String place, Set<String> despite) {}
}
