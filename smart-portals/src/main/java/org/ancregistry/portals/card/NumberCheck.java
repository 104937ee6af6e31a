package org.ancregistry.portals.card;

import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What the last character of a number says of the others. A number that fits no known check may still be somebody's, so it
 * is looked for, and where nobody is found the person who typed it is told to read it again.
 */
public final class NumberCheck {

    private final PhnPolicy policy;

    public NumberCheck(PhnPolicy policy) {
        this.policy = policy;
    }

    /** Whether a slip of the pen is likely: what was typed could be a number, and its last character does not fit. */
    public boolean isDoubtful(@Nullable String typed) {
        return Phn.parse(typed == null ? "" : typed)
                .filter(phn -> !policy.check(phn).known())
                .isPresent();
    }
}
