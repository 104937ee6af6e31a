package org.ancregistry.operations.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** When and where a mother is expected. */
public final class Appointments {

    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final String REASONS = "http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason";

    private Appointments() {}

    /** Half an hour for her at that place, given now. */
    @SuppressWarnings("JavaUtilDate") // HAPI's moments are made of it.
    public static Appointment booked(Reference mother, DateTimeType start, String place, TimeZone zone) {
        var end = start.getValue().toInstant().plus(LENGTH);
        var appointment = Canon.begun(new Appointment(), "anc-appointment")
                .setStatus(AppointmentStatus.BOOKED)
                .setStartElement(instant(start.getValue(), zone))
                .setEndElement(instant(Date.from(end), zone))
                .setCreatedElement(new DateTimeType(new Date(), TemporalPrecisionEnum.SECOND, zone))
                .addSupportingInformation(new Reference(place));
        appointment.addParticipant().setActor(mother).setStatus(ParticipationStatus.ACCEPTED);
        return appointment;
    }

    @SuppressWarnings("JavaUtilDate") // HAPI's instants are made of it.
    private static InstantType instant(Date moment, TimeZone zone) {
        return new InstantType(moment, TemporalPrecisionEnum.SECOND, zone);
    }

    public static boolean isOf(Appointment appointment, String patient) {
        return appointment.getParticipant().stream()
                .map(participant -> new IdType(participant.getActor().getReference()))
                .anyMatch(actor -> patient.equals("Patient/" + actor.getIdPart()));
    }

    public static boolean stands(Appointment appointment) {
        return appointment.getStatus() == AppointmentStatus.BOOKED;
    }

    /** The day on which it begins, in the clock's zone; one without a start is on no day that has passed. */
    public static LocalDate day(Appointment appointment, Clock clock) {
        return appointment.getStart() == null
                ? LocalDate.MAX
                : appointment.getStart().toInstant().atZone(clock.getZone()).toLocalDate();
    }

    /** {@code Organization/…} where she is expected. */
    public static Optional<String> place(Appointment appointment) {
        return appointment.getSupportingInformation().stream()
                .map(information -> new IdType(information.getReference()))
                .filter(information -> "Organization".equals(information.getResourceType()))
                .map(place -> "Organization/" + place.getIdPart())
                .findFirst();
    }

    /** Calls it off at her own wish. */
    public static void callOffForHer(Appointment appointment) {
        callOff(appointment, reason("pat", "Patient"));
    }

    /** Calls it off for those who look after her, with the words for her where there are some. */
    public static void callOff(Appointment appointment, @Nullable String words) {
        callOff(appointment, reason("other", "Other").setText(words));
    }

    private static void callOff(Appointment appointment, CodeableConcept reason) {
        appointment.setStatus(AppointmentStatus.CANCELLED).setCancelationReason(reason);
    }

    private static CodeableConcept reason(String code, String display) {
        var reason = new CodeableConcept();
        reason.addCoding().setSystem(REASONS).setCode(code).setDisplay(display);
        return reason;
    }
}
