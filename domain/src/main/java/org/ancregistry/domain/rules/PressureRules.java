package org.ancregistry.domain.rules;

import static org.ancregistry.domain.rules.Known.newest;
import static org.ancregistry.domain.rules.Known.today;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Blood pressure and pre-eclampsia. A first reading alone asks for a second; the second one grades it. WHO's table DT.17
 * has a pre-eclampsia row with "systolic at most 140" and one with "above 160": both are misprints and not copied.
 */
final class PressureRules {

    private static final Condition FIRST_RAISED = atLeast("systolic", "diastolic");
    private static final Condition SECOND_RAISED = atLeast("repeat_systolic", "repeat_diastolic");

    /** Raised once and again; severe or not depends on each rule's own numbers. */
    private static final Condition RAISED_TWICE = FIRST_RAISED.and(SECOND_RAISED);

    private static final Condition REPEATED = today("repeat_systolic").recorded();
    private static final Condition MUCH_PROTEIN =
            today("urine_protein").isAnyOf("ANC.B9.DE147", "ANC.B9.DE148", "ANC.B9.DE149");
    private static final Condition ANY_PROTEIN =
            today("urine_protein").isAnyOf("ANC.B9.DE146", "ANC.B9.DE147", "ANC.B9.DE148", "ANC.B9.DE149");
    private static final Condition SYMPTOMS = today("preeclampsia_symptoms")
            .isAnyOf("ANC.B8.DE29", "ANC.B8.DE30", "ANC.B8.DE31", "ANC.B8.DE32", "ANC.B8.DE33");

    private PressureRules() {}

    static Map<String, Logic> logic() {
        return Map.of(
                "R-BP-SEVERE-1", Logic.when(FIRST_RAISED).only(REPEATED.not()),
                "R-BP-REPEAT", Logic.when(FIRST_RAISED).only(REPEATED.not()),
                "R-HTN-SEVERE", Logic.when(RAISED_TWICE),
                "R-PE-SEVERE", Logic.when(RAISED_TWICE.and(SYMPTOMS)),
                "R-PE",
                        Logic.when(RAISED_TWICE
                                .and(MUCH_PROTEIN)
                                .and(SYMPTOMS.not().unlessKnownOtherwise())),
                "R-HTN", Logic.when(hypertension()),
                "R-PROTEIN", Logic.when(ANY_PROTEIN.and(FIRST_RAISED.not())),
                "R-OEDEMA", Logic.when(today("oedema").yes().and(FIRST_RAISED)),
                "R-PE-RISK", Logic.when(preeclampsiaRisk()));
    }

    private static Condition atLeast(String systolic, String diastolic) {
        return today(systolic).atLeast("systolic").or(today(diastolic).atLeast("diastolic"));
    }

    /** Urine and symptoms that nobody looked at do not make raised blood pressure normal. */
    private static Condition hypertension() {
        return RAISED_TWICE
                .and(MUCH_PROTEIN.not().unlessKnownOtherwise())
                .and(SYMPTOMS.not().unlessKnownOtherwise());
    }

    private static Condition preeclampsiaRisk() {
        var illness = Stream.of("hx_autoimmune", "hx_dm1", "hx_dm2", "hx_hypertension", "hx_kidney")
                .map(field -> newest(field).yes())
                .reduce(newest("n_fetuses").atLeast("fetuses"), Condition::or);
        return Stream.of("prev_preeclampsia", "prev_eclampsia", "prev_convulsions")
                .map(Past::had)
                .reduce(illness, Condition::or);
    }
}
