package org.ancregistry.portals.supervisor;

import java.util.Set;
import java.util.UUID;
import org.ancregistry.portals.registry.Duplicates.Merge;
import org.ancregistry.portals.registry.Duplicates.Sides;
import org.ancregistry.portals.supervisor.DuplicatesController.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What a supervisor chose about two records; nothing is chosen beforehand.
 *
 * @param decision {@code keep-one}, {@code keep-other} or {@code different}
 * @param oneVersion of the record on the left that she looked at
 */
record PairForm(
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String oneVersion,
        @Nullable String otherVersion,
        @Nullable String requestId) {

    private static final String KEEP_ONE = "keep-one";
    private static final String DIFFERENT = "different";
    private static final Set<String> CODES = Set.of(KEEP_ONE, "keep-other", DIFFERENT);

    static PairForm begun(Sides sides) {
        return new PairForm(
                null,
                null,
                sides.oneVersion(),
                sides.otherVersion(),
                UUID.randomUUID().toString());
    }

    void check(BindingResult errors) {
        if (!CODES.contains(String.valueOf(decision))) {
            errors.rejectValue("decision", "duplicates.decision.missing");
        }
        if (reason == null || reason.isBlank()) {
            errors.rejectValue("reason", "duplicates.reason.missing");
        }
    }

    boolean isDifferent() {
        return DIFFERENT.equals(decision);
    }

    String id() {
        return String.valueOf(requestId);
    }

    String why() {
        return String.valueOf(reason).strip();
    }

    /** The record that is not kept becomes part of the other. */
    Merge merge(Pair pair) {
        var one = String.valueOf(oneVersion);
        var other = String.valueOf(otherVersion);
        return KEEP_ONE.equals(decision)
                ? new Merge(pair.other(), other, pair.one(), one, id(), why())
                : new Merge(pair.one(), one, pair.other(), other, id(), why());
    }

    /** The same for another attempt. */
    PairForm again() {
        return new PairForm(
                decision, reason, oneVersion, otherVersion, UUID.randomUUID().toString());
    }
}
