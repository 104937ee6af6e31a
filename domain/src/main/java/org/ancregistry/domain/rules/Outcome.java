package org.ancregistry.domain.rules;

import java.util.Locale;

/** What a rule says of a woman. */
public enum Outcome {
    MET,
    NOT_MET,
    /** Something that the rule needs is not known. It says neither yes nor no, and never "normal". */
    NOT_ASSESSED,
    /** The rule does not speak of women in her situation, of her weeks of pregnancy for instance. */
    NOT_APPLICABLE;

    /** {@code met}, {@code not-met}, {@code not-assessed} or {@code not-applicable}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
