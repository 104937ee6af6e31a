package org.ancregistry.portals.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * An appointment.
 *
 * @param reference {@code Appointment/…}
 * @param place its name, where one is known
 * @param at {@code Organization/…} where she is expected
 * @param status FHIR appointment status
 * @param version resource version, the SEQUENCE of its calendar entry
 * @param why the words for her with which it was called off
 */
public record BookedVisit(
        String reference,
        ZonedDateTime start,
        @Nullable String place,
        @Nullable String at,
        String status,
        @Nullable String version,
        @Nullable String why) {

    /** @param names what a person or place that came along is called */
    static BookedVisit of(Appointment booked, ZoneId zone, Function<Reference, @Nullable String> names) {
        return new BookedVisit(
                "Appointment/" + booked.getIdElement().getIdPart(),
                booked.getStart().toInstant().atZone(zone),
                places(booked).map(names).filter(Objects::nonNull).findFirst().orElse(null),
                places(booked)
                        .map(Reference::getReference)
                        .filter(place -> String.valueOf(place).startsWith("Organization/"))
                        .findFirst()
                        .orElse(null),
                booked.getStatus().toCode(),
                booked.getMeta().getVersionId(),
                booked.getCancelationReason().getText());
    }

    /** Our own appointments name the unit beside them; in those of other systems a place takes part. */
    private static Stream<Reference> places(Appointment booked) {
        return Stream.concat(
                booked.getParticipant().stream()
                        .map(Appointment.AppointmentParticipantComponent::getActor)
                        .filter(actor ->
                                !"Patient".equals(actor.getReferenceElement().getResourceType())),
                booked.getSupportingInformation().stream());
    }

    public boolean cancelled() {
        return status.equals("cancelled") || status.equals("entered-in-error");
    }

    /** Whether she is expected, on that day or later. */
    public boolean isExpectedFrom(LocalDate day) {
        return status.equals("booked") && !start.toLocalDate().isBefore(day);
    }

    /** Whether she is expected, and not yet. */
    public boolean isToCome(Instant now) {
        return status.equals("booked") && start.toInstant().isAfter(now);
    }

    public String id() {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
