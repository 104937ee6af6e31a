package org.ancregistry.operations.decidematch;

import java.util.Arrays;
import org.ancregistry.operations.Problem;
import org.jspecify.annotations.Nullable;

/** What a supervisor decides about a mother who was registered without a PHN. Nothing is decided for her. */
enum MatchDecision {
    PHN_IS_HERS("phn-is-hers"),
    SAME("same"),
    DIFFERENT("different"),
    LATER("later"),
    UNDO("undo");

    private final String code;

    MatchDecision(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static @Nullable MatchDecision of(@Nullable String code) {
        return code == null
                ? null
                : Arrays.stream(values())
                        .filter(decision -> decision.code.equals(code))
                        .findFirst()
                        .orElseThrow(() -> Problem.PARAMETER_INVALID
                                .because("Decide: phn-is-hers, same, different, later or undo.")
                                .at("decision"));
    }
}
