package org.ancregistry.operations;

import java.time.Clock;
import java.util.TimeZone;
import org.ancregistry.operations.fhir.Appointments;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;

/** Books a woman in for a day that is still to come, as long as she is pregnant. */
public final class Bookings {

    private final OpenPregnancies pregnancies;
    private final Clock clock;

    /** @param clock in the zone in which appointments are written down */
    public Bookings(OpenPregnancies pregnancies, Clock clock) {
        this.pregnancies = pregnancies;
        this.clock = clock;
    }

    /**
     * The appointment, which is not written yet.
     *
     * @param patient {@code Patient/…}
     * @param place {@code Organization/…}
     * @param parameter in which the start stands, for a refusal
     */
    public Appointment book(String patient, DateTimeType start, String place, String parameter) {
        if (!start.getValue().toInstant().isAfter(clock.instant())) {
            throw Problem.PARAMETER_INVALID
                    .because("Give her a day that is still to come.")
                    .at(parameter);
        }
        pregnancies.of(patient);
        return Appointments.booked(new Reference(patient), start, place, TimeZone.getTimeZone(clock.getZone()));
    }
}
