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
 * @param missed what staff wrote about it when she did not come
 */
public record BookedVisit(
        String reference,
        ZonedDateTime start,
        @Nullable String place,
        @Nullable String at,
        String status,
        @Nullable String version,
        @Nullable String why,
        @Nullable Missed missed) {

    private static final String NOT_COME = "noshow";

    public BookedVisit(
            String reference,
            ZonedDateTime start,
            @Nullable String place,
            @Nullable String at,
            String status,
            @Nullable String version,
            @Nullable String why) {
        this(reference, start, place, at, status, version, why, null);
    }

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
                wasMissed(booked) ? null : booked.getCancelationReason().getText(),
                wasMissed(booked) ? missed(booked, zone, names) : null);
    }

    private static boolean wasMissed(Appointment booked) {
        return NOT_COME.equals(booked.getStatus().toCode());
    }

    private static Missed missed(Appointment booked, ZoneId zone, Function<Reference, @Nullable String> names) {
        var written = booked.getExtensionsByUrl(Missed.URL).stream()
                .reduce((earlier, later) -> later)
                .orElse(null);
        return Missed.of(
                booked.getCancelationReason(),
                written,
                names,
                at -> at.getValue().toInstant().atZone(zone).toLocalDate());
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

    /** Whether she was expected on a day before that one, and nobody wrote what became of it. */
    public boolean isLeftOpenBefore(LocalDate day) {
        return status.equals("booked") && start.toLocalDate().isBefore(day);
    }

    public String id() {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
