package org.ancregistry.domain.clinical;

import java.util.Arrays;

/** The form that an answer takes. */
public enum AnswerShape {
    MEASURED("measured"),
    COUNTED("counted"),
    YES_NO("yes-no"),
    DATED("dated"),
    CHOSEN("chosen"),
    WRITTEN("written");

    private final String code;

    AnswerShape(String code) {
        this.code = code;
    }

    static AnswerShape of(String code) {
        return Arrays.stream(values())
                .filter(shape -> shape.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown form of answer: " + code));
    }
}
