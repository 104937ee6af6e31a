package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A medicine, as it was told last.
 *
 * @param text its name as the record writes it
 * @param amount how much of it, where that was measured
 * @param unit of the amount
 * @param dose how it is taken, in the words of whoever wrote it
 * @param timing how often it is taken, where that was written as codes alone
 * @param note what else was written about it
 * @param state what its status takes back or doubts, a code of medication-statement-status; null while she takes it
 * @param on the day it was told
 */
public record Medicine(
        @Nullable String key,
        String text,
        @Nullable BigDecimal amount,
        @Nullable String unit,
        @Nullable String dose,
        @Nullable Timing timing,
        @Nullable String note,
        @Nullable String state,
        @Nullable LocalDate on)
        implements Named {

    /**
     * How often something is taken.
     *
     * @param key of the message that says so
     * @param count what stands in the message
     */
    public record Timing(String key, int count) {}

    /** The amount as it is written, without trailing noughts. */
    public @Nullable String amountText() {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }

    public boolean taken() {
        return state == null;
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "Medicine";
    }
}
