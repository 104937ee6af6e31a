package org.ancregistry.server.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.Missed;
import org.ancregistry.operations.fhir.PlannedContacts;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * One dated thing that the record says about when she should come.
 *
 * @param kind what it is
 * @param opens its first day; of a date of delivery, the day on which it was said
 * @param closes its last day; of a date of delivery, that date
 * @param said when an appointment was given or something missed was written down; long ago where nobody told
 */
record Fact(Kind kind, LocalDate opens, LocalDate closes, Instant said) {

    private static final Code EDD = Dictionary.anc().require("edd").primary();
    private static final Set<ObservationStatus> TRUE =
            Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);
    private static final Set<AppointmentStatus> AWAITED =
            Set.of(AppointmentStatus.BOOKED, AppointmentStatus.PENDING, AppointmentStatus.PROPOSED);

    /** What a fact is. */
    enum Kind {
        CONTACT,
        PLANNED,
        /** Planned for her, and she was given that day. */
        BOOKED,
        /** Planned for her, and she did not come. */
        MISSED,
        EDD
    }

    Fact(Kind kind, LocalDate opens, LocalDate closes) {
        this(kind, opens, closes, Instant.EPOCH);
    }

    /** Whether resources of that type can say anything about it. */
    static boolean mayBeIn(IBaseResource resource) {
        return resource instanceof Encounter
                || resource instanceof CarePlan
                || resource instanceof Appointment
                || (resource instanceof Observation observation
                        && observation.getCode().hasCoding(EDD.system(), EDD.code()));
    }

    /** What the resource says as it stands; nothing when it was struck out, called off or ended. */
    static List<Fact> in(IBaseResource resource, ZoneId zone) {
        if (resource instanceof Encounter contact) {
            return contact(contact, zone);
        } else if (resource instanceof CarePlan plan && plan.getStatus() == CarePlanStatus.ACTIVE) {
            return plan.getActivity().stream()
                    .flatMap(activity -> window(activity.getDetail(), zone))
                    .toList();
        } else if (resource instanceof Appointment appointment) {
            return appointment(appointment, zone);
        } else if (resource instanceof Observation observation
                && TRUE.contains(observation.getStatus())
                && observation.getValue() instanceof DateTimeType edd) {
            return edd(observation, day(edd, zone), zone);
        }
        return List.of();
    }

    /** One that she missed is still to be done, until she is given another day. */
    private static List<Fact> appointment(Appointment appointment, ZoneId zone) {
        var day = day(appointment.getStartElement(), zone);
        if (day == null) {
            return List.of();
        } else if (appointment.getStatus() == AppointmentStatus.NOSHOW) {
            return List.of(new Fact(Kind.MISSED, day, day, moment(Missed.when(appointment))));
        }
        var given = Optional.of(appointment.getCreatedElement()).filter(DateTimeType::hasTime);
        return AWAITED.contains(appointment.getStatus())
                ? List.of(new Fact(Kind.BOOKED, day, day, moment(given)))
                : List.of();
    }

    private static Instant moment(Optional<DateTimeType> told) {
        return told.filter(DateTimeType::hasValue)
                .map(moment -> moment.getValue().toInstant())
                .orElse(Instant.EPOCH);
    }

    /** It belongs to the pregnancy in which it was said: a lost one would have ended long after the next began. */
    private static List<Fact> edd(Observation said, @Nullable LocalDate due, ZoneId zone) {
        var on = said.hasEffectiveDateTimeType() ? day(said.getEffectiveDateTimeType(), zone) : null;
        return due == null || on == null ? List.of() : List.of(new Fact(Kind.EDD, on, due));
    }

    /**
     * Checking in at a clinic opens the record, writing down an outcome closes it, an addendum is part of an earlier
     * contact, and on the phone nobody is examined: none of them is a contact, and nobody who waits is crossed off the
     * list by one.
     */
    private static List<Fact> contact(Encounter contact, ZoneId zone) {
        var isContact = contact.getStatus() == EncounterStatus.FINISHED
                && !contact.hasPartOf()
                && !Contacts.isCall(contact)
                && !Contacts.is(contact, Contacts.CHECK_IN)
                && !Contacts.is(contact, Contacts.OUTCOME);
        return isContact ? on(Kind.CONTACT, day(contact.getPeriod().getStartElement(), zone)) : List.of();
    }

    private static Stream<Fact> window(CarePlanActivityDetailComponent planned, ZoneId zone) {
        if (!PlannedContacts.isOpen(planned) || !(planned.getScheduled() instanceof Period period)) {
            return Stream.empty();
        }
        var opens = day(period.getStartElement(), zone);
        var closes = day(period.getEndElement(), zone);
        if (opens == null || closes == null) {
            return Stream.empty();
        }
        var missed = PlannedContacts.missed(planned);
        return Stream.of(
                missed.isPresent()
                        ? new Fact(Kind.MISSED, opens, closes, moment(missed))
                        : new Fact(Kind.PLANNED, opens, closes));
    }

    private static List<Fact> on(Kind kind, @Nullable LocalDate day) {
        return day == null ? List.of() : List.of(new Fact(kind, day, day));
    }

    /** A date without a time is that day everywhere; a moment is a day in {@code zone}. */
    static @Nullable LocalDate day(BaseDateTimeType moment, ZoneId zone) {
        var text = moment.getValueAsString();
        if (text == null || text.length() < "2000-01-01".length()) {
            return null;
        }
        return moment.hasTime()
                ? moment.getValue().toInstant().atZone(zone).toLocalDate()
                : LocalDate.parse(text.substring(0, "2000-01-01".length()));
    }

    /** {@code Patient/…} whom the resource is about. */
    static @Nullable String patient(IBaseResource resource) {
        return subjects(resource)
                .map(Reference::getReferenceElement)
                .filter(id -> "Patient".equals(id.getResourceType()) && id.hasIdPart())
                .map(id -> "Patient/" + id.getIdPart())
                .findFirst()
                .orElse(null);
    }

    private static Stream<Reference> subjects(IBaseResource resource) {
        if (resource instanceof Encounter contact) {
            return Stream.of(contact.getSubject());
        } else if (resource instanceof CarePlan plan) {
            return Stream.of(plan.getSubject());
        } else if (resource instanceof Observation observation) {
            return Stream.of(observation.getSubject());
        } else if (resource instanceof Appointment appointment) {
            return appointment.getParticipant().stream().map(Appointment.AppointmentParticipantComponent::getActor);
        }
        return Stream.empty();
    }
}
