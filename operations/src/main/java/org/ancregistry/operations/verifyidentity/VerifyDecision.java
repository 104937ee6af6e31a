package org.ancregistry.operations.verifyidentity;

import java.util.Arrays;
import org.ancregistry.operations.Problem;
import org.jspecify.annotations.Nullable;

/** What a midwife decides after she compared what was declared with what is proved. */
enum VerifyDecision {
    SAME("same"),
    DIFFERENT("different");

    private final String code;

    VerifyDecision(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static @Nullable VerifyDecision of(@Nullable String code) {
        return code == null
                ? null
                : Arrays.stream(values())
                        .filter(decision -> decision.code.equals(code))
                        .findFirst()
                        .orElseThrow(() -> Problem.PARAMETER_INVALID
                                .because("Decide whether she is the woman of this record: same or different.")
                                .at("decision"));
    }
}
