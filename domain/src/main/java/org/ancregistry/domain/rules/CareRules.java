package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.newest;
import static org.ancregistry.domain.rules.Known.weeks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is due: tests, and the end of the pregnancy. */
final class CareRules {

    private CareRules() {}

    static Map<String, Logic> logic() {
        return Map.of(
                "R-TEST-DUE", Logic.when(CareRules::testsDue),
                "R-TT", Logic.when(Tetanus::due),
                "R-POSTDATES",
                        Logic.when(weeks().atLeast("from"))
                                .only(newest("delivery_date").recorded().not()));
    }

    /** The tests that were not done since they fell due are named as missing. */
    private static Verdict testsDue(Situation now) {
        var due = new LinkedHashSet<String>();
        addUnlessSince(due, now, "haemoglobin", "haemoglobin", "haemoglobin_2", "haemoglobin_3");
        addUnlessSince(due, now, "urine_protein", "urine_protein", "urine_2", "urine_3");
        addUnlessSince(due, now, "syphilis", "syphilis", "syphilis_2");
        addUnlessSince(due, now, "blood_group", "blood_group");
        var early = now.facts().weeks().isPresent()
                && !weeks().atLeast("scan_before").in(now).yes();
        var scanned = Stream.of("ultrasound_date", "ultrasound_edd", "ultrasound_done")
                .anyMatch(field -> now.facts().newest(field).isPresent());
        if (early && !scanned) {
            due.add("ultrasound_done");
        }
        var weeks = now.facts().weeks().map(Set::of).orElse(Set.of());
        return new Verdict(Truth.of(!due.isEmpty()), weeks, due);
    }

    /** A test counts when it was done since the last week at which it fell due. */
    private static void addUnlessSince(Set<String> due, Situation now, String name, String field, String... weeks) {
        var facts = now.facts();
        var current = facts.weeksOn(facts.on()).orElse(0);
        var from = List.of(weeks).stream()
                .mapToInt(now::whole)
                .filter(week -> week <= current)
                .max()
                .orElse(0);
        var done = facts.newest(field)
                .filter(test -> from == 0 || facts.weeksOn(test.on()).orElse(0) >= from)
                .isPresent();
        if (!done) {
            due.add(name);
        }
    }
}
