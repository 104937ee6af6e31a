package org.ancregistry.portals.care;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.portals.record.Finding;
import org.ancregistry.portals.record.MotherRecord;

/**
 * Her past, as it was told last: of her births first, then what she has or had, then what she denied.
 *
 * @param births counts, and the day of the last birth
 * @param present illnesses and complications that she has or had
 * @param denied names of those that she was asked about and has not
 */
record History(List<Finding> births, List<Finding> present, List<String> denied) {

    private static final List<String> BIRTHS = List.of(
            "caesareans", "miscarriages", "stillbirths", "live_births", "living_children", "last_delivery_date");

    History {
        births = List.copyOf(births);
        present = List.copyOf(present);
        denied = List.copyOf(denied);
    }

    static History of(MotherRecord record) {
        var asked = asked(record);
        return new History(
                BIRTHS.stream().flatMap(name -> record.latest(name).stream()).toList(),
                asked.values().stream().filter(finding -> !finding.denied()).toList(),
                asked.values().stream()
                        .filter(Finding::denied)
                        .map(Finding::name)
                        .toList());
    }

    /** Each question once, with its newest answer. */
    private static Map<String, Finding> asked(MotherRecord record) {
        var newest = new LinkedHashMap<String, Finding>();
        record.findings().stream()
                .filter(finding ->
                        finding.name().startsWith("hx_") || finding.name().startsWith("prev_"))
                .forEach(finding -> newest.put(finding.name(), finding));
        return newest;
    }

    public boolean isEmpty() {
        return births.isEmpty() && present.isEmpty() && denied.isEmpty();
    }
}
