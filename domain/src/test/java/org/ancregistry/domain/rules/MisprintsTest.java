package org.ancregistry.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.Limits;
import org.junit.jupiter.api.Test;

/** WHO's decision tables and the DHIS2 demo hold misprints. None of them is in the rules. */
class MisprintsTest {

    private final RuleBook book = RuleBook.shipped();

    /** DT.25 advises weekly iron to women without side effects and has no row for a prevalence of 20 to 40 %. */
    @Test
    void advisesIronEveryDayAndNeverWeeklyForWantOfSideEffects() {
        var iron = result("R-IFA", "haemoglobin=12;ga=20+0");
        assertThat(iron.met()).isTrue();
        assertThat(iron.action()).isEqualTo("daily-iron");
    }

    /** DT.17 prints "systolic at most 140" in one row of pre-eclampsia and "above 160" in another. */
    @Test
    void findsPreeclampsiaFrom140AndNotBelow() {
        var protein = ";urine_protein=ANC.B9.DE147;preeclampsia_symptoms=ANC.B8.DE28";
        assertThat(result("R-PE", "systolic=130;diastolic=80;repeat_systolic=130;repeat_diastolic=80" + protein)
                        .outcome())
                .isEqualTo(Outcome.NOT_MET);
        assertThat(result("R-PE", "systolic=150;diastolic=80;repeat_systolic=150;repeat_diastolic=80" + protein)
                        .outcome())
                .isEqualTo(Outcome.MET);
    }

    /** DT.04 and DT.06 print "100 bpm > FHR > 180 bpm" and "60 > pulse > 100", which no rate can be. */
    @Test
    void findsRatesThatAreTooSlowOrTooFast() {
        assertThat(result("R-FHR", "fhr=90").met()).isTrue();
        assertThat(result("R-FHR", "fhr=190").met()).isTrue();
        assertThat(result("R-PULSE", "pulse=50").met()).isTrue();
        assertThat(result("R-PULSE", "pulse=120").met()).isTrue();
        assertThat(result("R-PULSE", "pulse=80").met()).isFalse();
    }

    /** The DAK refuses a diastolic pressure of 50 to 59 and every pregnancy after 40 weeks. */
    @Test
    void acceptsLowPressureAndPregnanciesPastTheirDate() {
        var diastolic = Dictionary.anc().require("diastolic").limits();
        assertThat(diastolic.possible(BigDecimal.valueOf(50))).isTrue();
        assertThat(Limits.GESTATIONAL_WEEKS.possible(BigDecimal.valueOf(42))).isTrue();
        assertThat(Limits.GESTATIONAL_WEEKS.possible(BigDecimal.valueOf(1))).isTrue();
    }

    /** The DAK gives SNOMED CT numbers that fail their own check digit, and the code of the heart's rhythm for pulse. */
    @Test
    void leavesOutCodesThatAreWrong() {
        var codes = Dictionary.anc().fields().stream()
                .flatMap(field -> field.translations().stream())
                .map(code -> code.code())
                .toList();
        assertThat(codes).isNotEmpty().doesNotContain("4484000", "67096006", "16331004", "8884-9");
    }

    /** DT.23 calls a 1-hour value of 200 mg/dL diabetes; WHO's criteria of 2013 have no such limit. */
    @Test
    void callsAOneHourValueNeverDiabetes() {
        assertThat(result("R-DM", "ogtt_fasting=85;ogtt_1h=230;ogtt_2h=140").outcome())
                .isEqualTo(Outcome.NOT_MET);
        assertThat(result("R-GDM", "ogtt_1h=230").met()).isTrue();
    }

    /** The demo hides its repeat fields at 140/90 and warns there: the reading that is warned of has no field. */
    @Test
    void asksForTheRepeatAtTheSameNumberAtWhichItIsRaised() {
        var repeat = book.definition("R-BP-REPEAT").orElseThrow().thresholds();
        assertThat(repeat).isEqualTo(book.definition("R-HTN").orElseThrow().thresholds());
        assertThat(result("R-BP-REPEAT", "systolic=140;diastolic=90").met()).isTrue();
    }

    private RuleResult result(String rule, String facts) {
        return book.trial(rule, Case.of(facts)).orElseThrow();
    }
}
