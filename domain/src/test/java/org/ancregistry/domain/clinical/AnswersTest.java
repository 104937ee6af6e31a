package org.ancregistry.domain.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.clinical.Answer.Chosen;
import org.ancregistry.domain.clinical.Answer.ChosenAll;
import org.ancregistry.domain.clinical.Answer.Counted;
import org.ancregistry.domain.clinical.Answer.Dated;
import org.ancregistry.domain.clinical.Answer.Measured;
import org.ancregistry.domain.clinical.Answer.Written;
import org.ancregistry.domain.clinical.Answer.YesNo;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Occasion REGISTRATION = Occasion.registration(TODAY);
    private static final Occasion VISIT = Occasion.visit(TODAY);

    @Test
    void acceptsAnOrdinaryVisit() {
        var review =
                review(Map.of("haemoglobin", measured("11.2", "g/dL"), "urine_protein", new Chosen("ANC.B9.DE145")));
        assertThat(review.problems()).isEmpty();
        assertThat(review.soft()).isEmpty();
        assertThat(review.answers().number("haemoglobin")).contains(new BigDecimal("11.2"));
    }

    @Test
    void asksOnThePhoneForTheDangerSignsAlone() {
        var call = Occasion.call(TODAY);
        assertThat(Answers.review(Map.of("danger_none", new YesNo(true)), call).problems())
                .isEmpty();
        assertThat(Answers.review(Map.of("pallor", new YesNo(false)), call).problems())
                .extracting(AnswerProblem::field)
                .containsExactly("danger_none");
    }

    @Test
    void asksNobodyWhetherNoneOfAMedicineIsRight() {
        assertThat(review(Map.of("calcium", measured("0", "g"))).soft()).isEmpty();
        assertThat(review(Map.of("calcium", measured("0.2", "g"))).soft())
                .extracting(AnswerProblem::field)
                .containsExactly("calcium");
        assertThat(review(Map.of("ifa_days", measured("0", "d"))).soft()).isNotEmpty();
    }

    @Test
    void keepsANoAsAFactOfItsOwn() {
        var answers = review(Map.of("pallor", new YesNo(false))).answers();
        assertThat(answers.no("pallor")).isTrue();
        assertThat(answers.yes("pallor")).isFalse();
        assertThat(answers.all()).containsValue(new YesNo(false));
        assertThat(answers.no("oedema")).isFalse();
        assertThat(answers.of("oedema")).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var problems = review(Map.of(
                        "shoe_size", new Counted(38),
                        "bmi", measured("22", "kg/m2"),
                        "pallor", new Written("a little"),
                        "weight", measured("120", "[lb_av]"),
                        "haemoglobin", measured("112", "g/dL"),
                        "fhr_present", new YesNo(false),
                        "fhr", measured("140", "/min")))
                .problems();
        assertThat(problems)
                .extracting(AnswerProblem::field, AnswerProblem::code)
                .containsExactlyInAnyOrder(
                        pair("shoe_size", "unknown-field"),
                        pair("bmi", "unknown-field"),
                        pair("pallor", "wrong-type"),
                        pair("weight", "wrong-unit"),
                        pair("haemoglobin", "impossible-value"),
                        pair("fhr", "contradiction"));
    }

    @Test
    void tellsAMidwifeWhatToEnter() {
        assertThat(problem("systolic", measured("500", "mm[Hg]")).message())
                .isEqualTo("Enter the top blood pressure number in mmHg, like 120. It lies between 40 and 300.");
        assertThat(problem("haemoglobin", measured("112", "g/L")).message())
                .isEqualTo("Enter the haemoglobin in g/dL, like 11.2. The unit is g/dL.");
        assertThat(problem("blood_group", new Chosen("C")).message())
                .isEqualTo("Choose her blood group from the list.");
        assertThat(problem("pallor", new Counted(1)).message()).isEqualTo("Answer yes or no: pallor present.");
        assertThat(problem("lmp", new Dated(TODAY)).message())
                .isEqualTo("Enter the first day of her last period, between 2026-01-12 and 2026-11-09.");
    }

    @Test
    void takesTheEndsOfTheLimitsForPossible() {
        assertThat(review(Map.of("haemoglobin", measured("2", "g/dL"))).problems())
                .isEmpty();
        assertThat(review(Map.of("haemoglobin", measured("22.0", "g/dL"))).problems())
                .isEmpty();
        assertThat(problem("haemoglobin", measured("1.9", "g/dL")).code()).isEqualTo("impossible-value");
        assertThat(problem("haemoglobin", measured("22.1", "g/dL")).code()).isEqualTo("impossible-value");
    }

    @Test
    void acceptsADiastolicOfFifty() {
        assertThat(review(Map.of("diastolic", measured("50", "mm[Hg]"))).problems())
                .isEmpty();
    }

    @Test
    void refusesABloodPressureUpsideDown() {
        var problem = problem("diastolic", measured("120", "mm[Hg]"));
        assertThat(problem.field()).isEqualTo("systolic");
        assertThat(problem.code()).isEqualTo("contradiction");
    }

    @Test
    void asksForTheOtherHalfOfABloodPressure() {
        var problem = problem("repeat_systolic", measured("150", "mm[Hg]"));
        assertThat(problem.field()).isEqualTo("repeat_diastolic");
        assertThat(problem.code()).isEqualTo("missing");
    }

    @Test
    void refusesMoreBirthsThanPregnancies() {
        var given = history();
        given.put("parity", new Counted(2));
        assertThat(Answers.review(given, REGISTRATION).problems())
                .singleElement()
                .extracting(AnswerProblem::field, AnswerProblem::code)
                .isEqualTo(List.of("parity", "contradiction"));
    }

    @Test
    void refusesMoreCaesareansThanBirths() {
        var given = history();
        given.put("caesareans", new Counted(2));
        assertThat(Answers.review(given, REGISTRATION).problems())
                .extracting(AnswerProblem::field)
                .containsExactly("caesareans");
    }

    @Test
    void asksAboutTwinsInsteadOfRefusingThem() {
        var given = history();
        given.put("live_births", new Counted(2));
        var review = Answers.review(given, REGISTRATION);
        assertThat(review.problems()).isEmpty();
        assertThat(review.soft()).extracting(AnswerProblem::field).containsExactly("gravida");
    }

    @Test
    void refusesNoneTogetherWithADangerSign() {
        assertThat(problem("danger_fever", new YesNo(true)).field()).isEqualTo("danger_none");
        assertThat(review(Map.of("danger_fever", new YesNo(false))).problems()).isEmpty();
    }

    @Test
    void doesNotTakeAnOpenDangerQuestionForAHealthyWoman() {
        assertThat(problem("danger_none", new YesNo(false)).code()).isEqualTo("missing");
    }

    @Test
    void demandsDangerSignsAndABloodPressureOrAReasonAtAVisit() {
        assertThat(Answers.review(Map.of(), VISIT).problems())
                .extracting(AnswerProblem::field, AnswerProblem::code)
                .containsExactly(pair("danger_none", "missing"), pair("systolic", "missing"));
        assertThat(Answers.review(
                                Map.of(
                                        "danger_fever",
                                        new YesNo(true),
                                        "bp_not_taken_reason",
                                        new Chosen("ANC.B8.DE24")),
                                VISIT)
                        .problems())
                .isEmpty();
    }

    @Test
    void holdsUpNoWomanWhoIsSentToHospitalWithQuestions() {
        var urgent = Occasion.urgentReferral(TODAY);
        assertThat(Answers.review(Map.of("danger_vaginal_bleeding", new Answer.YesNo(true)), urgent)
                        .problems())
                .isEmpty();
        assertThat(Answers.review(Map.of(), urgent).problems()).isEmpty();
        assertThat(Answers.review(Map.of("systolic", new Answer.Measured(new BigDecimal("180"), "mm[Hg]")), urgent)
                        .problems())
                .extracting(AnswerProblem::field)
                .containsExactly("diastolic");
    }

    @Test
    void demandsGravidaAndParityAtRegistration() {
        assertThat(Answers.review(Map.of(), REGISTRATION).problems())
                .extracting(AnswerProblem::field, AnswerProblem::code)
                .containsExactly(pair("gravida", "missing"), pair("parity", "missing"));
    }

    @Test
    void letsNoneStandAloneInALongList() {
        assertThat(problem("allergies", new ChosenAll(List.of("ANC.B6.DE58", "ANC.B6.DE69")))
                        .code())
                .isEqualTo("contradiction");
        assertThat(review(Map.of("allergies", new ChosenAll(List.of("ANC.B6.DE69", "ANC.B6.DE65"))))
                        .problems())
                .isEmpty();
        assertThat(review(Map.of("allergies", new Written("bee stings"))).problems())
                .isEmpty();
        assertThat(problem("blood_group", new ChosenAll(List.of("ANC.B9.DE25", "ANC.B9.DE26")))
                        .code())
                .isEqualTo("wrong-type");
    }

    @Test
    void refusesDatesThatCannotBe() {
        assertThat(problem("tt1_date", new Dated(TODAY.plusDays(1))).code()).isEqualTo("impossible-value");
        assertThat(problem("lmp", new Dated(TODAY.minusWeeks(46))).code()).isEqualTo("impossible-value");
        assertThat(problem("ultrasound_edd", new Dated(TODAY.plusDays(281))).code())
                .isEqualTo("impossible-value");
        assertThat(review(Map.of("ultrasound_edd", new Dated(TODAY.minusDays(3))))
                        .problems())
                .isEmpty();
    }

    @Test
    void refusesTetanusDosesOutOfOrder() {
        var review = review(Map.of("tt1_date", new Dated(TODAY), "tt2_date", new Dated(TODAY.minusWeeks(4))));
        assertThat(review.problems()).extracting(AnswerProblem::field).containsExactly("tt2_date");
    }

    @Test
    void passesOverATetanusDoseWhoseDayNobodyKnows() {
        var later = new Dated(TODAY.minusYears(2));
        assertThat(review(Map.of("tt1_date", new Dated(TODAY.minusYears(3)), "tt3_date", later))
                        .problems())
                .isEmpty();
        assertThat(review(Map.of("tt1_date", new Dated(TODAY.minusYears(1)), "tt3_date", later))
                        .problems())
                .extracting(AnswerProblem::field)
                .containsExactly("tt3_date");
    }

    @Test
    void takesADoseBeforeThisPregnancyForAHistoryOfDoses() {
        var none = new Chosen("ANC.B6.DE103");
        var lmp = new Dated(TODAY.minusWeeks(10));
        var before = new Dated(TODAY.minusYears(3));
        assertThat(review(Map.of("lmp", lmp, "tt1_date", before, "ttcv_history", none))
                        .problems())
                .extracting(AnswerProblem::field, AnswerProblem::code)
                .containsExactly(tuple("ttcv_history", "contradiction"));
        assertThat(review(Map.of("lmp", lmp, "tt1_date", before, "ttcv_history", new Chosen("ANC.B6.DE102")))
                        .problems())
                .isEmpty();
        assertThat(review(Map.of("lmp", lmp, "tt1_date", new Dated(TODAY.minusWeeks(2)), "ttcv_history", none))
                        .problems())
                .isEmpty();
    }

    @Test
    void asksWhetherARareValueIsRight() {
        var given = visit();
        given.put("haemoglobin", measured("6.5", "g/dL"));
        given.put("weight", measured("64", "kg"));
        given.put("fundal_height", measured("20", "cm"));
        var occasion = VISIT.atWeeks(26).afterWeight(new BigDecimal("58"));
        var review = Answers.review(given, occasion);
        assertThat(review.problems()).isEmpty();
        assertThat(review.soft())
                .extracting(AnswerProblem::field)
                .containsExactlyInAnyOrder("haemoglobin", "weight", "fundal_height");
        assertThat(review.soft().get(0).message()).isEqualTo("Is 6.5 right for the haemoglobin?");
    }

    @Test
    void handsOutNoAnswersWhileSomethingIsWrong() {
        assertThatThrownBy(() -> Answers.review(Map.of(), VISIT).answers()).hasMessageContaining("2 problems");
    }

    private static AnswerProblem problem(String field, Answer answer) {
        var problems = review(Map.of(field, answer)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static AnswerReview review(Map<String, Answer> more) {
        var given = visit();
        given.putAll(more);
        return Answers.review(given, VISIT);
    }

    private static Map<String, Answer> visit() {
        return new HashMap<>(Map.of(
                "danger_none", new YesNo(true),
                "systolic", measured("120", "mm[Hg]"),
                "diastolic", measured("80", "mm[Hg]")));
    }

    private static Map<String, Answer> history() {
        return new HashMap<>(Map.of("gravida", new Counted(2), "parity", new Counted(1)));
    }

    private static Measured measured(String value, String unit) {
        return new Measured(new BigDecimal(value), unit);
    }

    private static org.assertj.core.groups.Tuple pair(String field, String code) {
        return org.assertj.core.groups.Tuple.tuple(field, code);
    }
}
