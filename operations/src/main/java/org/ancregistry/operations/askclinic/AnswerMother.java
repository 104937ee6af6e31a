package org.ancregistry.operations.askclinic;

import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;

/**
 * What a mother is answered.
 *
 * @param task {@code Task/…} with which she asked
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param words for her to read
 * @param next the appointment that she has instead; absent when the old one stands
 */
record AnswerMother(
        String task,
        String requestId,
        String content,
        @Nullable String words,
        @Nullable Next next) {

    /**
     * Another day.
     *
     * @param start date and time
     * @param place {@code Organization/…}; the place of the old one when absent
     */
    record Next(DateTimeType start, @Nullable String place) {}
}
