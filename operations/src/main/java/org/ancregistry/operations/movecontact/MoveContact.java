package org.ancregistry.operations.movecontact;

import java.time.LocalDate;

/**
 * A planned contact that is to be held on other days.
 *
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param patient {@code Patient/…}
 * @param schedule {@code CarePlan/…} in which the contact stands
 * @param basedOn the version of the schedule that the caller has seen
 * @param contact the first day of the contact as it is planned in that version
 * @param days on which it is to be held instead
 * @param reason why, in the caller's words
 */
record MoveContact(
        String requestId,
        String content,
        String patient,
        String schedule,
        String basedOn,
        LocalDate contact,
        NewDays days,
        String reason) {}
