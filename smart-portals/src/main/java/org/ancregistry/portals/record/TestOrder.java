package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.List;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.jspecify.annotations.Nullable;

/**
 * A test that was ordered.
 *
 * @param id of the ServiceRequest
 * @param by who ordered it, where the answer had the name
 * @param note to whoever does the test
 * @param open whether it waits for a result, or for somebody to look at it
 * @param results what came of it, newest first
 */
public record TestOrder(
        String id,
        AntenatalTest test,
        @Nullable LocalDate on,
        @Nullable String by,
        boolean urgent,
        @Nullable String note,
        boolean open,
        List<TestResult> results) {

    public TestOrder {
        results = List.copyOf(results);
    }

    /** Whether a result is there that nobody has looked at. */
    public boolean isNew() {
        return open && !results.isEmpty();
    }

    public boolean waits() {
        return open && results.isEmpty();
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "TestOrder[" + id + "]";
    }
}
