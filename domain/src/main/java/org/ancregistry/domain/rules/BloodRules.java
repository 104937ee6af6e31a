package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.newest;
import static org.ancregistry.domain.rules.Known.newestInformative;
import static org.ancregistry.domain.rules.Known.today;
import static org.ancregistry.domain.rules.Known.weeks;
import static org.ancregistry.domain.rules.Known.weeksAt;

import java.util.Map;

/**
 * Anaemia, platelets and blood group. A haemoglobin counts by the week in which it was measured. In WHO's table DT.25 the
 * side-effect test is inverted (without side effects it advises weekly iron) and prevalences of 20 to 40 % are left out:
 * here iron is daily, always.
 */
final class BloodRules {

    private static final String HAEMOGLOBIN = "haemoglobin";
    private static final Known MEASURED_AT = weeksAt(HAEMOGLOBIN);

    private BloodRules() {}

    static Map<String, Logic> logic() {
        var low = newest(HAEMOGLOBIN).below(HAEMOGLOBIN);
        return Map.of(
                "R-ANAEMIA-SEVERE",
                        Logic.first(Severity.URGENT, low.and(weeks().atLeast("urgent_from")))
                                .then(null, low, null),
                "R-ANAEMIA-T1", Logic.when(low).only(MEASURED_AT.atMost("until")),
                "R-ANAEMIA-T2", Logic.when(low).only(MEASURED_AT.atLeast("from").and(MEASURED_AT.atMost("until"))),
                "R-ANAEMIA-T3", Logic.when(low).only(MEASURED_AT.atLeast("from")),
                "R-ANAEMIA-CLIN",
                        Logic.when(today("pallor")
                                .yes()
                                .and(today(HAEMOGLOBIN).recorded().not())),
                "R-IFA", Logic.when(anaemic().not()),
                "R-PLT", Logic.when(newest("platelets").below("platelets")),
                "R-RH", Logic.when(newestInformative("rh").isAnyOf("ANC.B9.DE31")),
                "R-BG-MISSING", Logic.when(bloodGroupMissing()).only(BloodRules::afterTheFirstContact));
    }

    private static Condition anaemic() {
        var late = MEASURED_AT.atLeast("late_from");
        var middle = MEASURED_AT.atLeast("middle_from").and(late.not());
        var early = MEASURED_AT.atLeast("middle_from").not();
        return early.and(newest(HAEMOGLOBIN).below("haemoglobin_early"))
                .or(middle.and(newest(HAEMOGLOBIN).below("haemoglobin_middle")))
                .or(late.and(newest(HAEMOGLOBIN).below("haemoglobin_late")));
    }

    private static Condition bloodGroupMissing() {
        return newestInformative("blood_group")
                .informative()
                .not()
                .or(newestInformative("rh").informative().not());
    }

    private static Verdict afterTheFirstContact(Situation now) {
        var first = now.facts().course().firstContact();
        return first == null
                ? Verdict.unknown("contact_number")
                : Verdict.of(first.isBefore(now.facts().on()));
    }
}
