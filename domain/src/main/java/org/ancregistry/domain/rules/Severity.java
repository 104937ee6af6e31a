package org.ancregistry.domain.rules;

import java.util.Arrays;
import java.util.Locale;

/** How grave it is that a rule is met, gravest first. Prompts and notes do not grade the risk. */
public enum Severity {
    URGENT,
    HIGH,
    MODERATE,
    /** Something to do, without danger in itself. */
    PROMPT,
    INFO;

    /** {@code urgent}, {@code high}, … as the rules' table writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Severity of(String code) {
        return Arrays.stream(values())
                .filter(severity -> severity.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown severity: " + code));
    }
}
