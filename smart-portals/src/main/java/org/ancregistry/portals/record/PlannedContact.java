package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.ancregistry.portals.record.Pregnancy.Window;
import org.jspecify.annotations.Nullable;

/**
 * One contact of her schedule and what became of it.
 *
 * @param window from when to when it can be held
 * @param on the day of the contact that answered it
 */
public record PlannedContact(
        Window window, State state, @Nullable LocalDate on) {

    /** What became of it; the names are those of the page's messages. */
    public enum State {
        /** She was seen within its days. */
        DONE,
        /** Its days went by, and she was seen after them. */
        LATE,
        /** Its days went by, and she has not been seen since. */
        OVERDUE,
        /** The same, and somebody wrote why. */
        MISSED,
        /** It can be held now. */
        OPEN,
        AHEAD
    }

    /** Whether it can be held still, and so be given other days. */
    public boolean open() {
        return state != State.DONE && state != State.LATE;
    }

    /** All that is planned in her pregnancy, the earliest first; nothing where none is open. */
    public static List<PlannedContact> of(MotherRecord record, LocalDate today) {
        var seen = record.meetings().stream()
                .map(visit -> visit.start().toLocalDate())
                .sorted(Comparator.naturalOrder())
                .toList();
        return record.pregnancy().stream()
                .flatMap(pregnancy -> pregnancy.planned().stream())
                .map(window -> of(window, seen, today))
                .toList();
    }

    /** A contact answers everything that was open on its day, as it does for the work list. */
    private static PlannedContact of(Window window, List<LocalDate> seen, LocalDate today) {
        var answer = seen.stream().filter(day -> !day.isBefore(window.from())).findFirst();
        if (answer.isPresent()) {
            var late = answer.get().isAfter(window.to());
            return new PlannedContact(window, late ? State.LATE : State.DONE, answer.get());
        }
        var over = window.to().isBefore(today);
        var ahead = window.from().isAfter(today);
        var past = window.missed() == null ? State.OVERDUE : State.MISSED;
        return new PlannedContact(window, over ? past : ahead ? State.AHEAD : State.OPEN, null);
    }
}
