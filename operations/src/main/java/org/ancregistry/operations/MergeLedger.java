package org.ancregistry.operations;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.phn.Phn;
import org.jspecify.annotations.Nullable;

/**
 * Which records were merged into which, and what lies beside them: the number, the national ID and the sign-in go along,
 * and come back. A record is merged at most once at a time: a key of the database decides.
 */
public interface MergeLedger {

    /** The merge of {@code source} that stands. */
    Optional<Merged> of(String source);

    /**
     * Merges what lies beside {@code source} into what lies beside {@code target}: her keys go along; her number is put out
     * of use and leads to the other record from now on, or becomes the other's where that had none.
     *
     * @param providers the identity providers at which her sign-in was moved
     * @throws Refusal {@link Problem#ALREADY_DECIDED} when another was first
     */
    Merged merge(String source, String target, Set<String> providers);

    /** Keeps which Provenance names what was moved. */
    void keep(Merged merged, String provenance);

    /** Puts back exactly what {@link #merge} moved. */
    void undo(Merged merged);

    /**
     * A merge that stands.
     *
     * @param id its own number
     * @param phn the source's number
     * @param phnMoved whether that number is the target's only one now, and not an old one
     * @param providers the identity providers at which her sign-in was moved
     * @param provenance {@code Provenance/…}; absent until everything is written
     */
    record Merged(
            long id,
            String source,
            String target,
            @Nullable Phn phn,
            boolean phnMoved,
            Set<String> providers,
            @Nullable String provenance,
            Instant at) {

        public Merged {
            providers = Set.copyOf(providers);
        }
    }
}
