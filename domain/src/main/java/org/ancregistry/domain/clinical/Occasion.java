package org.ancregistry.domain.clinical;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When and at what point of her care a woman was asked: what must be answered and what is usual depend on it.
 *
 * @param stage registration or a contact
 * @param on the day of the contact
 * @param weeks completed weeks of gestational age on that day, where known
 * @param lastWeight her last recorded weight in kg, where known
 */
public record Occasion(
        Stage stage,
        LocalDate on,
        @Nullable Integer weeks,
        @Nullable BigDecimal lastWeight) {

    /** Where in her care a woman is. */
    public enum Stage {
        REGISTRATION,
        VISIT,
        /** She is called: what would have to be measured cannot be asked. */
        CALL,
        /** Something is added to an earlier contact, which asked what must be asked. */
        ADDENDUM,
        /** She is sent to hospital at once: no question that was not asked holds her up. */
        URGENT_REFERRAL,
        /** Another system tells of it: what was not asked there cannot be asked any more. */
        IMPORTED
    }

    public static Occasion registration(LocalDate on) {
        return new Occasion(Stage.REGISTRATION, on, null, null);
    }

    public static Occasion visit(LocalDate on) {
        return new Occasion(Stage.VISIT, on, null, null);
    }

    public static Occasion call(LocalDate on) {
        return new Occasion(Stage.CALL, on, null, null);
    }

    public static Occasion addendum(LocalDate on) {
        return new Occasion(Stage.ADDENDUM, on, null, null);
    }

    public static Occasion urgentReferral(LocalDate on) {
        return new Occasion(Stage.URGENT_REFERRAL, on, null, null);
    }

    public static Occasion imported(LocalDate on) {
        return new Occasion(Stage.IMPORTED, on, null, null);
    }

    public Occasion atWeeks(int completed) {
        return new Occasion(stage, on, completed, lastWeight);
    }

    public Occasion afterWeight(BigDecimal kilograms) {
        return new Occasion(stage, on, weeks, kilograms);
    }
}
