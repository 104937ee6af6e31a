package org.ancregistry.operations.identityfeed;

import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.jspecify.annotations.Nullable;

/** Which numbers other registries announced, and what was made of each. */
public interface FedNumbers {

    /**
     * What is known of a number; whoever asks next waits for the end of this transaction. A number of which nothing is
     * known yet becomes {@code client}'s.
     */
    Fed take(Phn phn, String client);

    /** The same without waiting and without taking it; empty when nobody announced it. */
    Optional<Fed> of(Phn phn);

    /** Keeps what was made of it. */
    void keep(Phn phn, Fed fed);

    /** Forgets it again: it is somebody else's number. */
    void forget(Phn phn);

    /**
     * A number.
     *
     * @param client the system that announced it first
     * @param patient {@code Patient/…} that was made of it; absent when it was out of use from the beginning
     * @param replacedBy the number that took its place, as that system said
     * @param leadsTo {@code Patient/…} to which that system had it lead; the register says another after a merge here
     * @param said fingerprint of what was said last; absent when nothing was yet
     */
    record Fed(
            String client,
            @Nullable String patient,
            @Nullable Phn replacedBy,
            @Nullable String leadsTo,
            @Nullable String said) {

        /** Nothing was said of it yet. */
        public static Fed of(String client) {
            return new Fed(client, null, null, null, null);
        }

        Fed inUse(String record, String fingerprint) {
            return new Fed(client, record, null, record, fingerprint);
        }

        Fed replaced(Phn by, String survivor, String fingerprint) {
            return new Fed(client, patient, by, survivor, fingerprint);
        }
    }
}
