package org.ancregistry.operations.movecontact;

import java.time.LocalDate;
import org.ancregistry.domain.pregnancy.ContactDays;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The days within which a contact is to be held, ends included.
 *
 * @param first not after the last
 */
record NewDays(LocalDate first, LocalDate last) {

    /** Longer than any plan's window: within more days nobody is ever late. */
    private static final int MOST = 28;

    private static final String FIRST_DAY = "first-day";
    private static final String LAST_DAY = "last-day";

    NewDays {
        if (last.isBefore(first) || first.plusDays(MOST).isBefore(last)) {
            throw Problem.PARAMETER_INVALID
                    .because("The last day is not before the first, and at most four weeks after it.")
                    .at(LAST_DAY);
        }
    }

    /**
     * Lets days pass that lie ahead, within the pregnancy.
     *
     * @param lastSeen the day on which she was seen last: what is planned for that day or before it was answered then
     * @param end the last day that her pregnancy can have
     */
    void requireAhead(LocalDate today, @Nullable LocalDate lastSeen, LocalDate end) {
        if (first.isBefore(today)) {
            throw refused(FIRST_DAY, "The first day has gone by: choose today or a later day.");
        }
        if (lastSeen != null && !first.isAfter(lastSeen)) {
            throw refused(FIRST_DAY, "She was seen on that day: choose a later one.");
        }
        if (last.isAfter(end)) {
            throw refused(LAST_DAY, "Her pregnancy is over by then: choose a day until " + end + ".");
        }
    }

    /** Keeps it after the contact that is planned before it. */
    void requireAfter(ContactDays before) {
        if (!before.comesBefore(days())) {
            throw outOfOrder(
                    first.isAfter(before.first()) ? LAST_DAY : FIRST_DAY,
                    "The contact before it is planned for " + inWords(before)
                            + ": choose days that begin and end later, or move that one first.");
        }
    }

    /** Keeps it before the contact that is planned after it. */
    void requireBefore(ContactDays after) {
        if (!days().comesBefore(after)) {
            throw outOfOrder(
                    first.isBefore(after.first()) ? LAST_DAY : FIRST_DAY,
                    "The contact after it is planned for " + inWords(after)
                            + ": choose days that begin and end earlier, or move that one first.");
        }
    }

    private ContactDays days() {
        return new ContactDays(first, last);
    }

    private static String inWords(ContactDays days) {
        return days.first() + " to " + days.last();
    }

    private static Refusal outOfOrder(String day, String diagnostics) {
        return Problem.CONTACT_OUT_OF_ORDER.because(diagnostics).at(day);
    }

    private static Refusal refused(String day, String diagnostics) {
        return Problem.PARAMETER_INVALID.because(diagnostics).at(day);
    }
}
