package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ancregistry.portals.chart.Range;
import org.ancregistry.portals.chart.Reading;

/** What was measured in this pregnancy, as the readings of a chart. */
record Taken(MotherRecord record, Pregnancy pregnancy) {

    /**
     * A second reading at the same contact stands beside the first.
     *
     * @param ranges where a value lies
     */
    List<Reading> readings(String field, Function<Finding, Range> ranges) {
        var taken = new HashMap<String, Integer>();
        return record.findings().stream()
                .filter(finding -> finding.is(field) || finding.is("repeat_" + field))
                .filter(finding -> finding.number() != null && finding.on() != null)
                .flatMap(finding -> reading(at(finding, field, taken), finding, ranges))
                .toList();
    }

    /** The same for both numbers of one blood pressure: the contact, first or second reading, and which of several. */
    private static String at(Finding finding, String field, Map<String, Integer> taken) {
        var at = (finding.contact() == null ? finding.on() : finding.contact()) + (finding.is(field) ? " 1" : " 2");
        return at + "." + taken.merge(at, 1, Integer::sum);
    }

    private Stream<Reading> reading(String taken, Finding finding, Function<Finding, Range> ranges) {
        LocalDate on = Objects.requireNonNull(finding.on());
        var number = Objects.requireNonNull(finding.number());
        return pregnancy.daysOn(on).stream()
                .filter(days -> days >= 0)
                .map(days -> new Reading(
                        taken,
                        weeks(days),
                        Pregnancy.weeksText(days),
                        number.stripTrailingZeros(),
                        ranges.apply(finding)));
    }

    static double weeks(int days) {
        return days / 7.0;
    }
}
