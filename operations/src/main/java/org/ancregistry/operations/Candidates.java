package org.ancregistry.operations;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.person.Demographics;

/** Finds records that may be of the woman who is present among all that there are, and judges each. */
public interface Candidates {

    /**
     * Waits for everybody who registers somebody at this moment who may be she, and makes others wait until the caller's
     * transaction ends. Whoever looks for her afterwards sees what they wrote.
     *
     * @throws Refusal {@link Problem#REQUEST_BUSY} when it takes too long
     */
    void hold(Wanted woman);

    /** At most {@code limit} records, the likeliest first; those that are certainly another's are left out. */
    List<Candidate> like(Wanted woman, int limit);

    /**
     * Who is looked for.
     *
     * @param areas the areas that care for her, as references; empty when nobody knows
     */
    record Wanted(Demographics known, Set<String> areas) {

        public Wanted {
            areas = Set.copyOf(areas);
        }

        public static Wanted of(Demographics known) {
            return new Wanted(known, Set.of());
        }

        /** Masked: who is looked for is in no log. */
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /**
     * A record that was found.
     *
     * @param patient {@code Patient/…}
     */
    record Candidate(String patient, Comparison comparison) {}
}
