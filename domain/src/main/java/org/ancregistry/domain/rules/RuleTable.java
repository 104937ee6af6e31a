package org.ancregistry.domain.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.CsvTable;
import org.jspecify.annotations.Nullable;

/** Reads the rules' table, and a country's own lines over it. */
final class RuleTable {

    private RuleTable() {}

    static List<RuleDefinition> shipped() {
        return CsvTable.read(RuleTable.class, "rules.csv").stream()
                .map(RuleTable::definition)
                .toList();
    }

    /**
     * The shipped rules with those lines in place of the shipped ones.
     *
     * @throws IllegalArgumentException when a line names no shipped rule, leaves the version as it was, or gives other
     *     limits or units than the rule knows
     */
    static List<RuleDefinition> adapted(String table) {
        var byId = new LinkedHashMap<String, RuleDefinition>();
        shipped().forEach(rule -> byId.put(rule.id(), rule));
        CsvTable.parse(table).stream().map(RuleTable::definition).forEach(own -> {
            requireFits(own, byId.get(own.id()));
            byId.put(own.id(), own);
        });
        return List.copyOf(byId.values());
    }

    private static void requireFits(RuleDefinition own, @Nullable RuleDefinition shipped) {
        if (shipped == null) {
            throw new IllegalArgumentException("There is no rule " + own.id() + ".");
        }
        if (own.version().equals(shipped.version()) && !own.equals(shipped)) {
            throw new IllegalArgumentException("Rule " + own.id() + " was changed: give it a version of its own.");
        }
        if (!units(own).equals(units(shipped))) {
            throw new IllegalArgumentException("Rule " + own.id() + " has the limits " + shipped.thresholds()
                    + ", in these units: give them all.");
        }
    }

    private static Map<String, String> units(RuleDefinition rule) {
        var units = new LinkedHashMap<String, String>();
        rule.thresholds().forEach((name, threshold) -> units.put(name, threshold.unit()));
        return units;
    }

    private static RuleDefinition definition(CsvTable.Row row) {
        return new RuleDefinition(
                row.text("id"),
                row.text("version"),
                row.text("title"),
                Severity.of(row.text("severity")),
                row.text("when").equals("contact"),
                isOn(row),
                row.text("reason"),
                row.text("source"),
                row.text("action"),
                row.yes("core"),
                thresholds(row.text("thresholds")));
    }

    private static boolean isOn(CsvTable.Row row) {
        return switch (row.text("state")) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("Rule " + row.text("id") + " is on or off.");
        };
    }

    private static Map<String, Threshold> thresholds(String cell) {
        var thresholds = new LinkedHashMap<String, Threshold>();
        Stream.of(cell.split(";", -1)).filter(one -> !one.isBlank()).forEach(one -> {
            var parts = one.split("=", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("A limit is written like haemoglobin=11.0 g/dL: " + one);
            }
            thresholds.put(parts[0].strip(), Threshold.parse(parts[1]));
        });
        return thresholds;
    }
}
