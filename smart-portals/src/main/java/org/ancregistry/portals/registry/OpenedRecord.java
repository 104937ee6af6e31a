package org.ancregistry.portals.registry;

import java.time.Instant;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.jspecify.annotations.Nullable;

/**
 * A record that was opened in an emergency.
 *
 * @param task id of the task to review it
 * @param version of that task, on which a review is based
 * @param patient id of her Patient
 * @param by id of the doctor's Practitioner
 * @param doctor how the doctor is called; null when nobody knows any more
 * @param kind a code of anc-emergency-reason; null for an opening from before there were codes
 * @param reason in the doctor's words; null where the kind says enough
 * @param reviewed what was found; null while nobody has looked
 */
public record OpenedRecord(
        String task,
        String version,
        String patient,
        Optional<Phn> phn,
        String by,
        @Nullable String doctor,
        @Nullable Instant at,
        @Nullable String kind,
        @Nullable String reason,
        @Nullable Reviewed reviewed) {

    /**
     * What was found.
     *
     * @param decision {@code in-order} or {@code not-in-order}
     * @param by how the supervisor is called; null when nobody knows any more
     */
    public record Reviewed(
            String decision,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String words) {

        /** Says nothing of what was written. */
        @Override
        public String toString() {
            return "Reviewed[" + decision + "]";
        }
    }

    /** Names nobody and nothing told. */
    @Override
    public String toString() {
        return "OpenedRecord[" + task + "]";
    }
}
