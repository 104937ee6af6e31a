package org.ancregistry.portals.record;

import java.util.List;

/**
 * A mother's tests.
 *
 * @param orders newest first
 * @param results newest first, ordered or not
 */
public record Tests(List<TestOrder> orders, List<TestResult> results) {

    public Tests {
        orders = List.copyOf(orders);
        results = List.copyOf(results);
    }

    /** With results that nobody has looked at. */
    public List<TestOrder> fresh() {
        return orders.stream().filter(TestOrder::isNew).toList();
    }

    public List<TestOrder> waiting() {
        return orders.stream().filter(TestOrder::waits).toList();
    }

    /** What she must be told in person, and stands under no fresh order. */
    public List<TestResult> toTell() {
        var fresh = fresh().stream().flatMap(order -> order.results().stream()).toList();
        return results.stream()
                .filter(result -> result.mustBeTold() && !fresh.contains(result))
                .toList();
    }
}
