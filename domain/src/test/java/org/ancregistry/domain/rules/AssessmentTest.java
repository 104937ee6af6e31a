package org.ancregistry.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Occasion;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final String HEALTHY = "danger_none=yes;systolic=118;diastolic=76;ga=20+0";

    private final RuleBook book = RuleBook.shipped();

    @Test
    void gradesByTheWorstRule() {
        assertThat(grade(HEALTHY)).isEqualTo(RiskGrade.LOW);
        assertThat(grade(HEALTHY + ";haemoglobin=10")).isEqualTo(RiskGrade.MODERATE);
        assertThat(grade(HEALTHY + ";haemoglobin=10;rh=ANC.B9.DE31")).isEqualTo(RiskGrade.HIGH);
        assertThat(grade(HEALTHY + ";haemoglobin=10;rh=ANC.B9.DE31;temperature=39"))
                .isEqualTo(RiskGrade.URGENT);
    }

    @Test
    void saysTheGravestFirst() {
        var met = assess(HEALTHY + ";haemoglobin=10;rh=ANC.B9.DE31;temperature=39")
                .met();
        assertThat(met).extracting(RuleResult::id).startsWith("R-FEVER", "R-RH");
        assertThat(met).extracting(RuleResult::severity).isSorted();
    }

    @Test
    void callsNobodyLowWhoseDangerSignsOrPressureNobodyKnows() {
        assertThat(grade("systolic=118;diastolic=76")).isEqualTo(RiskGrade.NOT_ASSESSED);
        assertThat(grade("danger_none=yes")).isEqualTo(RiskGrade.NOT_ASSESSED);
        assertThat(grade("danger_none=yes;systolic=118;diastolic=76")).isEqualTo(RiskGrade.LOW);
    }

    @Test
    void callsARaisedPressureNotLowUntilItIsRepeated() {
        assertThat(grade("danger_none=yes;systolic=150;diastolic=95")).isEqualTo(RiskGrade.NOT_ASSESSED);
        assertThat(grade("danger_none=yes;systolic=150;diastolic=95;repeat_systolic=130;repeat_diastolic=80"))
                .isEqualTo(RiskGrade.LOW);
        assertThat(grade("danger_none=yes;systolic=150;diastolic=95;repeat_systolic=150;repeat_diastolic=95"))
                .isEqualTo(RiskGrade.HIGH);
    }

    @Test
    void namesWhatWasNotAssessedAndWhy() {
        var unknown = assess(HEALTHY).notAssessed();
        assertThat(unknown).extracting(RuleResult::id).contains("R-RH", "R-HIV").doesNotContain("R-DANGER");
        assertThat(unknown)
                .filteredOn(result -> result.id().equals("R-RH"))
                .singleElement()
                .extracting(RuleResult::missing)
                .isEqualTo(List.of("rh"));
    }

    @Test
    void leavesOutWhatWasFoundLater() {
        var later = new Fact("rh", new Answer.Chosen("ANC.B9.DE31"), Case.TODAY.plusDays(1));
        var facts = CaseFacts.on(Case.TODAY, Course.UNKNOWN, List.of(later));
        assertThat(book.assess(facts).of("R-RH").orElseThrow().notAssessed()).isTrue();
    }

    @Test
    void countsTodaysAnswersBeforeEarlierOnes() {
        var answers = Answers.review(
                        Map.of("rh", new Answer.Chosen("ANC.B9.DE30"), "pallor", new Answer.YesNo(false)),
                        Occasion.addendum(Case.TODAY))
                .answers();
        var before = new Fact("rh", new Answer.Chosen("ANC.B9.DE31"), Case.TODAY);
        var facts = CaseFacts.of(Case.TODAY, Course.UNKNOWN, answers, List.of(before));
        assertThat(book.assess(facts).of("R-RH").orElseThrow().outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void looksAtTheWorkListApartFromContacts() {
        var missed = Case.of("next_contact=-15;ga=26+0");
        assertThat(book.workList(missed).met()).extracting(RuleResult::action).containsExactly("home-visit");
        assertThat(book.assess(missed).of("R-OVERDUE")).isEmpty();
    }

    @Test
    void raisesAGradeFreelyAndLowersItOnlyWithAReason() {
        assertThat(GradeDecision.of(RiskGrade.LOW, RiskGrade.HIGH, "")).isPresent();
        assertThat(GradeDecision.of(RiskGrade.HIGH, RiskGrade.HIGH, "")).isPresent();
        assertThat(GradeDecision.of(RiskGrade.HIGH, RiskGrade.LOW, " ")).isEmpty();
        assertThat(GradeDecision.of(RiskGrade.HIGH, RiskGrade.LOW, "Rh was a slip of the pen"))
                .isPresent();
        assertThatThrownBy(() -> new GradeDecision(RiskGrade.URGENT, RiskGrade.HIGH, ""))
                .hasMessageContaining("Say why");
    }

    @Test
    void takesLowForALoweringWhereNobodyLooked() {
        assertThat(GradeDecision.of(RiskGrade.NOT_ASSESSED, RiskGrade.LOW, "")).isEmpty();
        assertThat(GradeDecision.of(RiskGrade.NOT_ASSESSED, RiskGrade.MODERATE, ""))
                .isPresent();
        assertThat(GradeDecision.of(RiskGrade.LOW, RiskGrade.NOT_ASSESSED, "because"))
                .isEmpty();
    }

    @Test
    void keepsARaisedGradeUntilSomebodyLowersItAndJudgesALoweredOneAnew() {
        assertThat(GradeDecision.carried(RiskGrade.HIGH, RiskGrade.LOW, RiskGrade.LOW))
                .contains(RiskGrade.HIGH);
        assertThat(GradeDecision.carried(RiskGrade.HIGH, RiskGrade.LOW, RiskGrade.HIGH))
                .isEmpty();
        assertThat(GradeDecision.carried(RiskGrade.HIGH, RiskGrade.LOW, RiskGrade.URGENT))
                .isEmpty();
        assertThat(GradeDecision.carried(RiskGrade.LOW, RiskGrade.HIGH, RiskGrade.MODERATE))
                .isEmpty();
        assertThat(GradeDecision.carried(RiskGrade.LOW, RiskGrade.HIGH, RiskGrade.LOW))
                .isEmpty();
    }

    @Test
    void tellsNoAnswerWhenItIsPrinted() {
        assertThat(new Fact("hiv", new Answer.Chosen("ANC.B9.DE42"), LocalDate.EPOCH))
                .hasToString("Fact[hiv]");
    }

    private RiskGrade grade(String facts) {
        return assess(facts).grade();
    }

    private Assessment assess(String facts) {
        return book.assess(Case.of(facts));
    }
}
