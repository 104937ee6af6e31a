package org.ancregistry.server.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one resource says, as rows to keep.
 *
 * @param name the resource, as {@code Observation/12}
 * @param patient {@code Patient/…} whom it is about
 * @param rows the values of the table's columns in their order; none when it says nothing, or was struck out
 */
record Fact(FactTable table, String name, String patient, List<List<@Nullable Object>> rows) {

    boolean saysSomething() {
        return !rows.isEmpty();
    }
}
