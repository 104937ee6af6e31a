package org.ancregistry.portals.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the registry answered to a registration.
 *
 * @param patient {@code Patient/…}
 * @param phn absent while a supervisor decides
 * @param issued whether the number is new
 * @param edd expected date of delivery, where the pregnancy could be dated
 * @param planned windows of the contacts to come, earliest first
 * @param verified whether her identity is proven
 * @param urgent what cannot wait, when something urgent was found
 */
public record Registered(
        String patient,
        @Nullable String phn,
        boolean issued,
        @Nullable LocalDate edd,
        List<Window> planned,
        boolean verified,
        @Nullable Urgent urgent) {

    public Registered {
        planned = List.copyOf(planned);
    }

    /**
     * The referral that was prepared because something is urgent.
     *
     * @param contact {@code Encounter/…} that found it
     * @param version of the pregnancy's record
     * @param reason in English, for the letter
     * @param rules ids of the urgent rules that are met, whose titles each language has
     */
    public record Urgent(String contact, String version, String reason, List<String> rules) {

        /** @param rules absent in an answer that was kept before they were */
        public Urgent(String contact, String version, String reason, @Nullable List<String> rules) {
            this.contact = contact;
            this.version = version;
            this.reason = reason;
            this.rules = rules == null ? List.of() : List.copyOf(rules);
        }
    }

    /** From the first day to the last on which a contact is in time. */
    public record Window(LocalDate from, LocalDate to) {}
}
