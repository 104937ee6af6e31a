package org.ancregistry.portals.record;

import java.util.List;
import org.ancregistry.portals.record.OutOfRange.Mark;
import org.jspecify.annotations.Nullable;

/**
 * One contact, or what was added to it later, as its own page shows it.
 *
 * @param values blood pressures first, then whatever else was measured and found
 * @param dangers signs that she had, or that she had none
 * @param given answers about what she was given that no medicine or vaccine of the contact tells already
 * @param advice what was talked over and planned
 * @param untold how many answers of the contact the page has no words for
 */
public record VisitPart(
        Visit visit,
        List<Value> values,
        List<Finding> dangers,
        List<Finding> given,
        List<Finding> advice,
        long untold) {

    public VisitPart {
        values = List.copyOf(values);
        dangers = List.copyOf(dangers);
        given = List.copyOf(given);
        advice = List.copyOf(advice);
    }

    /**
     * Something that was measured or found.
     *
     * @param name the last part of the name of its message
     * @param pressure {@code 144/94}, where it is two numbers that belong together
     * @param finding everything else
     * @param mark absent where it is in range, or has none
     */
    public record Value(
            String name,
            @Nullable String pressure,
            @Nullable Finding finding,
            @Nullable Mark mark) {

        /** Names nobody and nothing told: records must be safe to log. */
        @Override
        public String toString() {
            return "Value[" + name + "]";
        }
    }

    public boolean anythingGiven() {
        return !given.isEmpty()
                || !visit.medicines().isEmpty()
                || !visit.vaccines().isEmpty();
    }

    /** Whether it tells nothing but that it was there. */
    public boolean isBare() {
        return values.isEmpty() && dangers.isEmpty() && advice.isEmpty() && !anythingGiven();
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "VisitPart[" + visit.reference() + "]";
    }
}
