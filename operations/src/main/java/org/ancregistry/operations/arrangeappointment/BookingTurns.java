package org.ancregistry.operations.arrangeappointment;

import java.time.LocalDate;

/** Has those who would book the same woman in, or give away places of the same day, do so one after the other. */
public interface BookingTurns {

    /**
     * Waits for the caller's turn, which lasts until its transaction has ended. What she asks for herself waits, too.
     *
     * @param patient {@code Patient/…}
     * @throws org.ancregistry.operations.Refusal {@link org.ancregistry.operations.Problem#REQUEST_BUSY} when it takes too
     *     long
     */
    void take(String patient);

    /**
     * The same for a woman who is given a place on that day.
     *
     * @param place {@code Organization/…}
     */
    void take(String patient, String place, LocalDate day);
}
