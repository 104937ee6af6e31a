package org.ancregistry.server.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.access.AfterTheEnd;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * That a unit cares for a woman, as one resource says.
 *
 * @param unit {@code Organization/…}
 * @param patient {@code Patient/…}
 * @param openUntil when it ends by itself
 */
record Relationship(
        String unit, String patient, String kind, @Nullable Instant openUntil) {

    private static final String CONTACT_TYPE = "https://ancregistry.org/fhir/CodeSystem/anc-contact-type";
    private static final String TASK = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final String CHECK_IN = "clinic-check-in";
    private static final String FIRST_OF_YEAR = "-01-01";
    private static final int WHOLE_DATE = "2000-01-01".length();

    private static final Set<EpisodeOfCareStatus> PREGNANT = Set.of(
            EpisodeOfCareStatus.PLANNED,
            EpisodeOfCareStatus.WAITLIST,
            EpisodeOfCareStatus.ACTIVE,
            EpisodeOfCareStatus.ONHOLD);
    private static final Set<ServiceRequestStatus> REFERRED =
            Set.of(ServiceRequestStatus.ACTIVE, ServiceRequestStatus.ONHOLD);
    private static final Set<EncounterStatus> NEVER_CAME =
            Set.of(EncounterStatus.PLANNED, EncounterStatus.CANCELLED, EncounterStatus.ENTEREDINERROR);

    /**
     * The relationships that a resource makes as it stands, none for most.
     *
     * @param clock in the zone whose days count: what lies ahead of it keeps no record open for longer
     */
    static List<Relationship> madeBy(IBaseResource resource, Clock clock) {
        if (resource instanceof EpisodeOfCare pregnancy && PREGNANT.contains(pregnancy.getStatus())) {
            return of("pregnancy", pregnancy.getPatient(), Stream.of(pregnancy.getManagingOrganization()), null);
        } else if (resource instanceof EpisodeOfCare pregnancy && isOver(pregnancy)) {
            return of(
                    "pregnancy",
                    pregnancy.getPatient(),
                    Stream.of(pregnancy.getManagingOrganization()),
                    monthsLater(pregnancy, clock));
        } else if (resource instanceof ServiceRequest referral && isOpen(referral)) {
            return of("referral", referral.getSubject(), referral.getPerformer().stream(), null);
        } else if (resource instanceof ServiceRequest referral && isReplied(referral)) {
            return of(
                    "referral",
                    referral.getSubject(),
                    referral.getPerformer().stream(),
                    endOfNextDay(referral.getNoteFirstRep().getTime(), clock));
        } else if (resource instanceof Task task && isOpenHandOver(task)) {
            return of("hand-over", task.getFor(), Stream.of(task.getOwner()), null);
        } else if (resource instanceof Encounter contact && isCheckIn(contact)) {
            return of(
                    "check-in",
                    contact.getSubject(),
                    Stream.of(contact.getServiceProvider()),
                    endOfNextDay(contact.getPeriod().getStart(), clock));
        }
        return List.of();
    }

    /** Where something is not to be done, nobody is to look at her for it. */
    private static boolean isOpen(ServiceRequest referral) {
        return REFERRED.contains(referral.getStatus()) && !referral.getDoNotPerform();
    }

    /** Whoever replied can look at it once more, and a reply that is sent again is answered again. */
    private static boolean isReplied(ServiceRequest referral) {
        return referral.getStatus() == ServiceRequestStatus.COMPLETED
                && !referral.getDoNotPerform()
                && referral.getNoteFirstRep().getTime() != null;
    }

    private static boolean isOver(EpisodeOfCare pregnancy) {
        return pregnancy.getStatus() == EpisodeOfCareStatus.FINISHED
                && pregnancy.getPeriod().getEnd() != null;
    }

    /** The area looks after mother and child for a while, and can put right what was written in error. */
    private static Instant monthsLater(EpisodeOfCare pregnancy, Clock clock) {
        var ended = pregnancy.getPeriod().getEndElement();
        var day = ended.hasTime()
                ? ended.getValue().toInstant().atZone(clock.getZone()).toLocalDate()
                : LocalDate.parse((ended.getValueAsString() + FIRST_OF_YEAR).substring(0, WHOLE_DATE));
        return AfterTheEnd.reachedUntil(noLaterThanToday(day, clock))
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    /** Until the area she moves to has taken her, both care for her. */
    private static boolean isOpenHandOver(Task task) {
        return task.getStatus() == TaskStatus.REQUESTED && task.getCode().hasCoding(TASK, "hand-over");
    }

    private static boolean isCheckIn(Encounter contact) {
        return contact.getPeriod().getStart() != null
                && !NEVER_CAME.contains(contact.getStatus())
                && contact.getType().stream().anyMatch(type -> type.hasCoding(CONTACT_TYPE, CHECK_IN));
    }

    /** A record opened in the morning is still open when the clinic tidies up on the day after. */
    private static Instant endOfNextDay(Date moment, Clock clock) {
        var day = moment.toInstant().atZone(clock.getZone()).toLocalDate();
        return noLaterThanToday(day, clock)
                .plusDays(2)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private static LocalDate noLaterThanToday(LocalDate day, Clock clock) {
        var today = LocalDate.now(clock);
        return day.isAfter(today) ? today : day;
    }

    private static List<Relationship> of(
            String kind, Reference patient, Stream<Reference> units, @Nullable Instant openUntil) {
        var woman = reference("Patient", patient);
        return woman == null
                ? List.of()
                : units.flatMap(unit -> Stream.ofNullable(reference("Organization", unit)))
                        .distinct()
                        .map(unit -> new Relationship(unit, woman, kind, openUntil))
                        .toList();
    }

    static @Nullable String reference(String type, Reference reference) {
        var id = reference.getReferenceElement();
        return type.equals(id.getResourceType()) && id.hasIdPart() ? type + "/" + id.getIdPart() : null;
    }
}
