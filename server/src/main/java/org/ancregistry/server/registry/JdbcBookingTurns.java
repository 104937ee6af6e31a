package org.ancregistry.server.registry;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.ancregistry.operations.arrangeappointment.BookingTurns;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Turns on the row of locks of what mothers ask, since such a question is answered with an appointment. A woman and a
 * clinic's day are taken in one step, so that no two wait for one another.
 */
final class JdbcBookingTurns implements BookingTurns {

    private final LockStripes locks;

    JdbcBookingTurns(JdbcTemplate jdbc) {
        this.locks = new LockStripes(
                jdbc,
                HapiOpenQuestions.LOCKS,
                HapiOpenQuestions.STRIPES,
                "Somebody gives away places of that day at this moment: send it again.");
    }

    @Override
    public void take(String patient) {
        locks.hold(IntStream.of(patient.hashCode()));
    }

    @Override
    public void take(String patient, String place, LocalDate day) {
        locks.hold(IntStream.of(patient.hashCode(), (place + " " + day).hashCode()));
    }
}
