package org.ancregistry.operations.registeranc;

import java.util.Arrays;
import org.ancregistry.operations.Problem;

/** What the midwife decided about the mother's PHN. Nothing is decided for her. */
enum PhnDecision {
    USE_EXISTING("use-existing"),
    ISSUE_NEW("issue-new"),
    NOT_SURE("not-sure");

    private final String code;

    PhnDecision(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static PhnDecision of(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.PARAMETER_INVALID
                        .because("Decide about the PHN: use-existing, issue-new or not-sure.")
                        .at("phn-decision"));
    }
}
