package org.ancregistry.operations.arrangeappointment;

import java.time.LocalDate;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;

/**
 * What is arranged with her: a day alone is given, an old appointment alone is called off, and with both it is moved. What
 * she missed stays as it was, and a day with it is another one.
 *
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param patient {@code Patient/…}
 * @param old the appointment that is moved or called off
 * @param day when she comes
 * @param words why, for her to read; there whenever neither a day nor something missed is
 * @param missed what she did not come to
 */
record ArrangeAppointment(
        String requestId,
        String content,
        String patient,
        @Nullable Old old,
        @Nullable Day day,
        @Nullable String words,
        @Nullable Missed missed) {

    /**
     * An appointment that she has.
     *
     * @param appointment {@code Appointment/…}
     * @param basedOn the version of it that the caller has seen
     */
    record Old(String appointment, String basedOn) {}

    /**
     * She did not come: to the old appointment, or to a contact that was planned.
     *
     * @param contact absent when it is the appointment
     * @param reason why, in a code and the words of staff, which she does not read
     */
    record Missed(@Nullable Planned contact, CodeableConcept reason) {}

    /**
     * A contact that was planned for her.
     *
     * @param schedule {@code CarePlan/…} in which it stands
     * @param basedOn the version of it that the caller has seen
     * @param first its first day in that version
     */
    record Planned(String schedule, String basedOn, LocalDate first) {}

    /**
     * A day for her.
     *
     * @param start date and time
     * @param place {@code Organization/…}; that of the old appointment, or otherwise the writer's own, when absent
     * @param despite what the caller has seen that stands against that day
     */
    record Day(DateTimeType start, @Nullable String place, Set<String> despite) {}
}
