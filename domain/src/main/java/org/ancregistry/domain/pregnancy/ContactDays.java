package org.ancregistry.domain.pregnancy;

import java.time.LocalDate;

/**
 * The days within which a contact is to be held, ends included.
 *
 * @param first not after the last
 */
public record ContactDays(LocalDate first, LocalDate last) {

    public ContactDays {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day is not before the first.");
        }
    }

    /**
     * Whether this contact comes before that one: it begins earlier, and it is late earlier. Their days may meet, as
     * those of a plan with short intervals do.
     */
    public boolean comesBefore(ContactDays next) {
        return first.isBefore(next.first) && last.isBefore(next.last);
    }
}
