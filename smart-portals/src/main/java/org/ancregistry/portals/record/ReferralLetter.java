package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A referral, why, and what became of it.
 *
 * @param contact {@code Encounter/…} at which she was sent, where that is known
 * @param receiver {@code Organization/…} to which she was sent
 * @param to its name
 * @param by who sent her
 * @param urgent whether it cannot wait
 * @param transport how she gets there, a code that {@link Transport} knows
 * @param reply what the clinic has to say, once it has replied
 */
public record ReferralLetter(
        String reference,
        @Nullable String contact,
        @Nullable LocalDate on,
        @Nullable String receiver,
        @Nullable String to,
        @Nullable String by,
        String reason,
        boolean urgent,
        @Nullable String transport,
        State state,
        @Nullable Reply reply) {

    /** How far it has come; the names are those of the pages' messages. */
    public enum State {
        SENT,
        SEEN,
        REPLIED,
        CALLED_OFF
    }

    /**
     * Words of the clinic.
     *
     * @param parts what was {@code found}, what was {@code done}, what is asked for ({@code please}), or all of it ({@code
     *     text}), in that order
     * @param review whether and when she is to come there again; absent where it does not say
     */
    public record Reply(
            Map<String, String> parts,
            @Nullable String by,
            @Nullable LocalDate on,
            @Nullable NextReview review) {

        public Reply {
            parts = new LinkedHashMap<>(parts);
        }

        /** Says nothing of what was told. */
        @Override
        public String toString() {
            return "Reply[" + on + "]";
        }
    }

    /** Whether the clinic still expects her, or is about to reply. */
    public boolean open() {
        return state == State.SENT || state == State.SEEN;
    }

    /** For how many days the clinic has not replied; absent where it has, or where nobody knows since when. */
    public @Nullable Long waitsFor(LocalDate today) {
        return open() && on != null ? ChronoUnit.DAYS.between(on, today) : null;
    }

    public String id() {
        return reference.substring(reference.indexOf('/') + 1);
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "ReferralLetter[" + reference + "]";
    }
}
