package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.newest;

import java.util.Map;

/** What the screening tests found. */
final class InfectionRules {

    private InfectionRules() {}

    static Map<String, Logic> logic() {
        return Map.of(
                "R-HIV", Logic.when(newest("hiv").isAnyOf("ANC.B9.DE42")),
                "R-SYPH", Logic.when(newest("syphilis").isAnyOf("ANC.B9.DE108")),
                "R-HEPB", Logic.when(newest("hepb").isAnyOf("ANC.B9.DE72")));
    }
}
