package org.ancregistry.domain.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rule decides.
 *
 * @param about of which women it speaks at all
 * @param levels its grades, gravest first
 */
record Logic(Condition about, List<Level> levels) {

    Logic {
        levels = List.copyOf(levels);
    }

    static Logic when(Condition condition) {
        return new Logic(Condition.ALWAYS, List.of(new Level(null, condition, null)));
    }

    /** A gravest grade, to which milder ones are added. */
    static Logic first(@Nullable Severity severity, Condition condition) {
        return new Logic(Condition.ALWAYS, List.of(new Level(severity, condition, null)));
    }

    Logic then(@Nullable Severity severity, Condition condition, @Nullable String action) {
        var more = new ArrayList<>(levels);
        more.add(new Level(severity, condition, action));
        return new Logic(about, more);
    }

    Logic only(Condition women) {
        return new Logic(women, levels);
    }
}
