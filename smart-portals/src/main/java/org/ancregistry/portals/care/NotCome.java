package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.PlannedContact;
import org.ancregistry.portals.record.Pregnancy.Window;
import org.jspecify.annotations.Nullable;

/**
 * A day on which she was expected that has passed without her, and nobody has written why: an appointment, or the days of
 * a planned contact.
 */
record NotCome(@Nullable BookedVisit booked, @Nullable Window window) {

    /** All of them, the last one first; of one day the appointment first. */
    static List<NotCome> of(MotherRecord record, LocalDate today) {
        var seen = record.meetings().stream()
                .map(visit -> visit.start().toLocalDate())
                .collect(Collectors.toSet());
        var appointments = record.appointments().stream()
                .filter(booked -> booked.isLeftOpenBefore(today))
                .filter(booked -> !seen.contains(booked.start().toLocalDate()))
                .map(booked -> new NotCome(booked, null));
        var contacts = PlannedContact.of(record, today).stream()
                .filter(planned -> planned.state() == PlannedContact.State.OVERDUE
                        && planned.window().plan() != null)
                .map(planned -> new NotCome(null, planned.window()));
        return Stream.concat(appointments, contacts)
                .sorted(Comparator.comparing(NotCome::last).reversed())
                .toList();
    }

    /** The one that is meant, or the last one where none is named. */
    static Optional<NotCome> named(
            MotherRecord record, LocalDate today, @Nullable String appointment, @Nullable LocalDate contact) {
        return of(record, today).stream()
                .filter(one -> (appointment == null && contact == null)
                        || (one.booked != null && one.booked.id().equals(appointment))
                        || (one.window != null && one.window.from().equals(contact)))
                .findFirst();
    }

    /** The one that a form is about, whatever became of it: the registry knows whether the form was sent before. */
    static Optional<NotCome> sent(MotherRecord record, @Nullable String appointment, @Nullable LocalDate contact) {
        var booked = record.appointments().stream()
                .filter(one -> one.id().equals(appointment))
                .map(one -> new NotCome(one, null));
        var planned = record.pregnancy().stream()
                .flatMap(pregnancy -> pregnancy.planned().stream())
                .filter(window -> window.plan() != null && window.from().equals(contact))
                .map(window -> new NotCome(null, window));
        return Stream.concat(booked, planned).findFirst();
    }

    /** The last day on which she could come. */
    public LocalDate last() {
        return booked != null
                ? booked.start().toLocalDate()
                : Objects.requireNonNull(window).to();
    }

    /** The version of what the page shows. */
    public @Nullable String version() {
        return booked != null
                ? booked.version()
                : window == null || window.plan() == null ? null : window.plan().version();
    }

    /** {@code Organization/…} whose days are shown: the appointment's, or otherwise where the person works. */
    @Nullable
    String place(@Nullable String own) {
        return booked == null || booked.at() == null ? own : booked.at();
    }
}
