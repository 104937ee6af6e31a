package org.ancregistry.domain.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much watching a pregnancy needs (G-RISK). The order is from the least to the gravest. */
public enum RiskGrade {
    /** What must be known before anybody may say "low" is not known. */
    NOT_ASSESSED,
    LOW,
    MODERATE,
    HIGH,
    URGENT;

    /** The dictionary's answer code: {@code risk-grade-high}. */
    public String code() {
        return "risk-grade-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The grade of that dictionary code. */
    public static Optional<RiskGrade> ofCode(String code) {
        return Stream.of(values()).filter(grade -> grade.code().equals(code)).findFirst();
    }

    /** The grade that a met rule of that severity gives; prompts and notes give none. */
    public static Optional<RiskGrade> of(Severity severity) {
        return switch (severity) {
            case URGENT -> Optional.of(URGENT);
            case HIGH -> Optional.of(HIGH);
            case MODERATE -> Optional.of(MODERATE);
            case PROMPT, INFO -> Optional.empty();
        };
    }
}
