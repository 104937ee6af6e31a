package org.ancregistry.operations.arrangeappointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.AppointmentBook;
import org.ancregistry.domain.clinical.ClinicWeek;
import org.ancregistry.operations.Clinics;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.arrangeappointment.ArrangeAppointment.Day;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.operations.fhir.ClinicWeeks;
import org.hl7.fhir.r4.model.Appointment;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a day. The clinic must be held on it. Whether one more woman can come to a full one, or she comes to
 * two places on one day, a person decides who has seen that.
 */
public final class FreeDays {

    /** Codes of what a person may have seen. */
    static final List<String> CLASHES = List.of(Problem.CLINIC_FULL.code(), Problem.APPOINTMENT_SAME_DAY.code());

    private final Clinics clinics;
    private final AppointmentBook appointments;
    private final Clock clock;

    /** @param clock in the zone in which appointments are written down */
    public FreeDays(Clinics clinics, AppointmentBook appointments, Clock clock) {
        this.clinics = clinics;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** The day of that moment. */
    LocalDate of(Day day) {
        return ContactMoment.day(day.start(), clock);
    }

    /**
     * Lets a day pass on which she can come there.
     *
     * @param place {@code Organization/…}
     * @param old the appointment that she has until now, whose own place becomes free
     */
    void require(String patient, String place, Day day, @Nullable Appointment old) {
        var unit = clinics.facility(place)
                .orElseThrow(() ->
                        Problem.NOT_FOUND.because("There is no such facility.").at("place"));
        ClinicWeeks.of(unit).ifPresent(week -> requirePlace(week, place, day, old));
        requireOnlyOne(patient, day, old);
    }

    private void requirePlace(ClinicWeek week, String place, Day day, @Nullable Appointment old) {
        var date = of(day);
        if (!week.isHeldOn(date)) {
            throw Problem.PARAMETER_INVALID
                    .because("The clinic is not held on that day: choose one of its days.")
                    .at("start");
        }
        var others = clinics.booked(place, date, date).getOrDefault(date, 0) - own(place, date, old);
        if (others >= week.places() && !sees(day, Problem.CLINIC_FULL)) {
            throw Problem.CLINIC_FULL
                    .because("All " + week.places() + " places of that day are taken: choose another day, or say that"
                            + " one more woman can come.")
                    .at("start");
        }
    }

    /** Whether it is she herself who takes one of the places. */
    private int own(String place, LocalDate date, @Nullable Appointment old) {
        return Optional.ofNullable(old)
                .filter(before -> Appointments.day(before, clock).equals(date))
                .flatMap(Appointments::place)
                .filter(place::equals)
                .map(there -> 1)
                .orElse(0);
    }

    private void requireOnlyOne(String patient, Day day, @Nullable Appointment old) {
        var date = of(day);
        var another = appointments
                .since(patient, date.atStartOfDay(clock.getZone()).toInstant())
                .stream()
                .filter(entry -> !entry.calledOff())
                .filter(entry ->
                        old == null || !entry.id().equals(old.getIdElement().getIdPart()))
                .anyMatch(entry ->
                        entry.start().atZone(clock.getZone()).toLocalDate().equals(date));
        if (another && !sees(day, Problem.APPOINTMENT_SAME_DAY)) {
            throw Problem.APPOINTMENT_SAME_DAY
                    .because("She has another appointment on that day: choose another day, or say that she comes to"
                            + " both.")
                    .at("start");
        }
    }

    private static boolean sees(Day day, Problem problem) {
        return day.despite().contains(problem.code());
    }
}
