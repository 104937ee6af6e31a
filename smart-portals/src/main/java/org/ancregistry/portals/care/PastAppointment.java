package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.MotherRecord;

/** An appointment whose day has passed, and what became of it. */
record PastAppointment(BookedVisit booked, State state) {

    /** What became of it; the names are those of the page's messages. */
    enum State {
        /** She was seen on that day, whatever was written about the appointment. */
        CAME,
        MISSED,
        CALLED_OFF,
        /** Nobody has written what became of it. */
        OPEN
    }

    /** All of them, the last one first. */
    static List<PastAppointment> of(MotherRecord record, LocalDate today) {
        var seen = record.meetings().stream()
                .map(visit -> visit.start().toLocalDate())
                .collect(Collectors.toSet());
        return record.appointments().stream()
                .filter(booked -> booked.start().toLocalDate().isBefore(today))
                .map(booked -> new PastAppointment(booked, state(booked, seen)))
                .sorted(Comparator.comparing((PastAppointment past) -> past.booked.start())
                        .reversed())
                .toList();
    }

    private static State state(BookedVisit booked, Set<LocalDate> seen) {
        if (booked.cancelled()) {
            return State.CALLED_OFF;
        } else if (seen.contains(booked.start().toLocalDate())
                || booked.status().equals("fulfilled")) {
            return State.CAME;
        }
        return booked.missed() == null ? State.OPEN : State.MISSED;
    }
}
