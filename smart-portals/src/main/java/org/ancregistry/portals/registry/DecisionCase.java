package org.ancregistry.portals.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mother beside the records that may be hers, for a supervisor to decide.
 *
 * @param patient id of her record
 * @param version of the task, on which a decision is based
 * @param decision what was decided already
 * @param claimedPhn the number on her card
 * @param warning why that number cannot simply be bound
 */
public record DecisionCase(
        String patient,
        String version,
        @Nullable String decision,
        @Nullable String claimedPhn,
        @Nullable String warning,
        List<Comparison.Candidate> candidates) {

    public DecisionCase {
        candidates = List.copyOf(candidates);
    }

    /** Whether the number on her card can be hers: nobody else holds it and it is one. */
    public boolean phnMayBeHers() {
        return claimedPhn != null && (warning == null || warning.equals("phn-check-unknown"));
    }

    public boolean isLinked() {
        return "same".equals(decision);
    }

    public boolean isOpen() {
        return decision == null;
    }
}
