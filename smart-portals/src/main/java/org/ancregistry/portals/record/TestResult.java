package org.ancregistry.portals.record;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a test found.
 *
 * @param id of the Observation
 * @param order {@code ServiceRequest/…} that it answers, where it names one
 * @param by who wrote it, where the answer had the name
 * @param elsewhere the other system in which it was written, where it was brought from one
 * @param toldFirst whether she is told such a result in person before she reads it herself
 * @param told whether she was
 * @param before the number that the same test found before it; absent without one
 */
public record TestResult(
        String id,
        Finding finding,
        @Nullable String order,
        @Nullable String by,
        @Nullable String elsewhere,
        boolean toldFirst,
        boolean told,
        @Nullable BigDecimal before) {

    /** Whether somebody has still to talk with her. */
    public boolean mustBeTold() {
        return toldFirst && !told;
    }

    TestResult after(@Nullable BigDecimal earlier) {
        return new TestResult(id, finding, order, by, elsewhere, toldFirst, told, earlier);
    }

    /** The number before as it is written, without trailing noughts. */
    public @Nullable String beforeText() {
        return before == null ? null : Limits.plain(before);
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "TestResult[" + id + "]";
    }
}
