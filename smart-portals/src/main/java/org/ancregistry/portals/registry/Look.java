package org.ancregistry.portals.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act on a woman's record, as the audit trail tells it.
 *
 * @param id of the AuditEvent
 * @param when the moment
 * @param by {@code Practitioner/…}, {@code Patient/…} or a program's name
 * @param name how that person or program is called; null when nobody knows any more
 * @param role a code of anc-role
 * @param place where she works, when she works somewhere
 * @param act what was done, a word of {@link Act}
 * @param purpose a code of v3-ActReason
 * @param refused whether it was asked for and not given
 * @param patient {@code Patient/…} whose record it was; null when it was nobody's
 * @param request the request's number, for whoever asks about it
 */
public record Look(
        String id,
        Instant when,
        String by,
        @Nullable String name,
        @Nullable String role,
        @Nullable String place,
        Act act,
        @Nullable String purpose,
        boolean refused,
        @Nullable String patient,
        @Nullable String request) {

    private static final String EMERGENCY = "BTG";

    /** What was done, in the few words that a page has for it. */
    public enum Act {
        READ("read"),
        FOUND("found"),
        VISIT("visit"),
        CHECKED_IN("check-in"),
        OPENED("emergency"),
        REGISTERED("registered"),
        IDENTITY("identity"),
        CONSENT("consent"),
        MOVED("moved"),
        SHARED("shared"),
        SHUT("shut"),
        CARD("card"),
        WROTE("wrote"),
        OTHER("other");

        private final String code;

        Act(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Act of(@Nullable String operation, String interaction) {
            return operation == null ? ofInteraction(interaction) : ofOperation(operation);
        }

        private static Act ofOperation(String operation) {
            return switch (operation) {
                case "$anc-summary", "$summary", "$everything" -> READ;
                case "$anc-work-list", "$likely-duplicates", "$find-woman", "$whose-phn" -> FOUND;
                case "$record-anc-visit" -> VISIT;
                case "$record-outcome",
                        "$answer-referral",
                        "$order-tests",
                        "$acknowledge-results",
                        "$move-contact",
                        "$arrange-appointment",
                        "$update-contact",
                        "$review-emergency",
                        "$ask-clinic",
                        "$answer-mother" -> WROTE;
                case "$check-in" -> CHECKED_IN;
                case "$break-glass" -> OPENED;
                case "$register-anc" -> REGISTERED;
                case "$match-phn",
                        "$issue-phn",
                        "$verify-identity",
                        "$decide-match",
                        "$merge",
                        "$unmerge",
                        "$not-duplicates",
                        "announce-number" -> IDENTITY;
                case "$answer-consent", "end-app" -> CONSENT;
                case "$hand-over" -> MOVED;
                case "open-shared-record" -> SHARED;
                case "close-shared-record" -> SHUT;
                case "print-card" -> CARD;
                default -> OTHER;
            };
        }

        private static Act ofInteraction(String interaction) {
            return switch (interaction) {
                case "read", "vread", "history-instance" -> READ;
                case "search-type" -> FOUND;
                case "create", "update", "transaction" -> WROTE;
                default -> OTHER;
            };
        }
    }

    /** Whether it was done with a code that the woman gave away: nobody knows by whom. */
    public boolean byCode() {
        return act == Act.SHARED || act == Act.SHUT;
    }

    public boolean emergency() {
        return EMERGENCY.equals(purpose);
    }

    /** Whether the woman herself did it. */
    public boolean own() {
        return by.equals(patient);
    }
}
