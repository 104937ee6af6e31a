package org.ancregistry.portals.web;

import java.time.LocalDate;
import java.util.Optional;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.GestationalAge;

/**
 * What the report of a scan says of a pregnancy's age, as it was typed: the day of the scan with the weeks and days it
 * found, or the due date it gives, or both.
 *
 * @param scanned the day of the scan
 * @param weeks completed weeks on that day
 * @param days days beyond them; empty for none
 * @param due the due date as it is printed
 */
public record ScanSaid(TypedDate scanned, String weeks, String days, TypedDate due) {

    private static final int FIRST_SEEN = 4;
    private static final int LAST_WEEK = 42;

    /** What must be put right: the box, and the key of the words that say how. */
    public record Wrong(String field, String key) {}

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return scanned.isEmpty() && weeks.isEmpty() && days.isEmpty() && due.isEmpty();
    }

    /** The first thing that must be put right before the scan says a due date. */
    public Optional<Wrong> wrong(LocalDate today) {
        if (!scanned.isEmpty()
                && scanned.date().filter(day -> !day.isAfter(today)).isEmpty()) {
            return wrong("scanned", "scan.scanned.wrong");
        }
        if (!due.isEmpty() && due.date().isEmpty()) {
            return wrong("due", "scan.due.wrong");
        }
        if (weeks.isEmpty() ? !days.isEmpty() : age().isEmpty()) {
            return wrong("weeks", "scan.weeks.wrong");
        }
        if (!weeks.isEmpty() && scanned.isEmpty()) {
            return wrong("scanned", "scan.scanned.missing");
        }
        return weeks.isEmpty() && due.isEmpty() ? wrong("weeks", "scan.weeks.missing") : doubtful(today);
    }

    private Optional<Wrong> doubtful(LocalDate today) {
        var byWeeks = byWeeks();
        var printed = due.date();
        if (byWeeks.isPresent()
                && printed.filter(day -> !day.equals(byWeeks.get().edd())).isPresent()) {
            return wrong("due", "scan.due.differs");
        }
        return dating().flatMap(dating -> dating.ageOn(today)).isEmpty()
                ? wrong(weeks.isEmpty() ? "due" : "scanned", "scan.due.far")
                : Optional.empty();
    }

    private static Optional<Wrong> wrong(String field, String key) {
        return Optional.of(new Wrong(field, key));
    }

    /** The dating that follows, where everything that it needs can be read. */
    public Optional<Dating> dating() {
        return byWeeks().or(() -> due.date().map(day -> new Dating(day, Dating.Source.ULTRASOUND)));
    }

    private Optional<Dating> byWeeks() {
        return scanned.date().flatMap(day -> age().map(age -> Dating.byScan(day, age)));
    }

    private Optional<GestationalAge> age() {
        if (!weeks.matches("[0-9]{1,2}") || !days.matches("[0-6]?")) {
            return Optional.empty();
        }
        var completed = Integer.parseInt(weeks);
        return completed < FIRST_SEEN || completed > LAST_WEEK
                ? Optional.empty()
                : Optional.of(new GestationalAge(completed, days.isEmpty() ? 0 : Integer.parseInt(days)));
    }

    /** Says nothing of her. */
    @Override
    public String toString() {
        return "ScanSaid[…]";
    }
}
