package org.ancregistry.domain.phn;

import java.util.Set;

/**
 * What the check character says of a number. A number that fits no scheme is not refused: a person looks at it.
 *
 * @param fitting the accepted schemes whose check character and length it has; empty when none
 */
public record PhnCheck(Set<CheckScheme> fitting) {

    /** The code under which an unknown check is flagged to clients. */
    public static final String UNKNOWN = "phn-check-unknown";

    public PhnCheck {
        fitting = Set.copyOf(fitting);
    }

    public boolean known() {
        return !fitting.isEmpty();
    }
}
