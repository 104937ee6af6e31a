package org.ancregistry.portals.registry;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.portals.record.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@code $record-anc-visit} needs.
 *
 * @param requestId made once for a page: sent twice, it saves one visit
 * @param basedOn the version of the pregnancy that the page was made from
 * @param contactType a code of {@code anc-contact-type}
 * @param answers by dictionary field
 * @param confirmed fields whose rare values somebody looked at once more
 */
public record VisitReport(
        String requestId,
        String basedOn,
        ZonedDateTime at,
        String contactType,
        Map<String, Answer> answers,
        List<Medication> medications,
        Set<String> confirmed,
        @Nullable String note,
        @Nullable Next next,
        @Nullable Referral referral,
        @Nullable Correction correction) {

    public VisitReport {
        answers = Map.copyOf(answers);
        confirmed = Set.copyOf(confirmed);
        medications = List.copyOf(medications);
    }

    /** A medicine and how it is taken. */
    public record Medication(String text, @Nullable String dose) {}

    /**
     * Where she is sent.
     *
     * @param to {@code Organization/…}
     * @param urgent whether she has to be there at once
     * @param transport how she gets there, as it was chosen; what {@link Transport} does not know counts as not asked
     */
    public record Referral(
            String to,
            boolean urgent,
            String reason,
            @Nullable String transport) {

        public Referral {
            transport = Transport.chosen(transport);
        }

        public static Referral urgently(String to, String reason, @Nullable String transport) {
            return new Referral(to, true, reason, transport);
        }
    }

    /**
     * That it speaks of an earlier contact.
     *
     * @param contact {@code Encounter/…}
     * @param inError whether that contact is struck out; otherwise something is added to it
     */
    public record Correction(String contact, boolean inError, String reason) {

        public static Correction adding(String contact, String reason) {
            return new Correction(contact, false, reason);
        }
    }

    /**
     * The next appointment.
     *
     * @param place {@code Organization/…}
     */
    public record Next(ZonedDateTime start, @Nullable String place) {}
}
