package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.MotherRecord;
import org.jspecify.annotations.Nullable;

/**
 * What she has now, and what the page is about.
 *
 * @param chosen the appointment that can be moved or called off; null when she is to be given a day
 * @param others what else she has to come
 * @param gone whether the one that was asked for can be changed no more
 */
record ArrangedPage(@Nullable BookedVisit chosen, List<BookedVisit> others, boolean gone) {

    /** @param of id of an appointment, {@link AppointmentForm#NEW}, or null for the next that she has */
    static ArrangedPage of(MotherRecord record, @Nullable String of, LocalDate today) {
        var standing = record.appointments().stream()
                .filter(booked -> booked.isExpectedFrom(today))
                .toList();
        var chosen = AppointmentForm.NEW.equals(of)
                ? Optional.<BookedVisit>empty()
                : standing.stream()
                        .filter(booked -> of == null || booked.id().equals(of))
                        .findFirst();
        var gone = of != null && !of.equals(AppointmentForm.NEW) && chosen.isEmpty();
        return new ArrangedPage(
                chosen.orElse(null),
                standing.stream()
                        .filter(booked -> chosen.filter(booked::equals).isEmpty())
                        .toList(),
                gone);
    }

    /** {@code Organization/…} whose days are shown: hers, or otherwise where the person works. */
    @Nullable
    String place(@Nullable String own) {
        return chosen == null || chosen.at() == null ? own : chosen.at();
    }
}
