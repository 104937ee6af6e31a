package org.ancregistry.operations.handover;

import java.util.Arrays;
import org.ancregistry.operations.Problem;

/** What a midwife does about a mother who moves. */
enum HandOverAction {
    GIVE("give"),
    TAKE("take"),
    WITHDRAW("withdraw");

    private final String code;

    HandOverAction(String code) {
        this.code = code;
    }

    static HandOverAction of(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.PARAMETER_INVALID
                        .because("Say what is done: give, take or withdraw.")
                        .at("action"));
    }
}
