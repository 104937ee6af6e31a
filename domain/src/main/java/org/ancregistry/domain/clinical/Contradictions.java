package org.ancregistry.domain.clinical;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Answers that cannot both be true. */
final class Contradictions {

    private static final String DANGER_QUESTION = "ANC.B5.DE48";
    private static final String PAST_COMPLICATIONS_QUESTION = "ANC.B6.DE34";
    private static final String TETANUS_HISTORY = "ttcv_history";
    private static final List<String> TETANUS_DOSES =
            List.of("tt1_date", "tt2_date", "tt3_date", "tt4_date", "tt5_date");

    /** No doses, and unknown. */
    private static final Set<Answer> NO_KNOWN_DOSE =
            Set.of(new Answer.Chosen("ANC.B6.DE103"), new Answer.Chosen("ANC.B6.DE104"));

    private final Answers answers;
    private final List<AnswerProblem> found = new ArrayList<>();

    private Contradictions(Answers answers) {
        this.answers = answers;
    }

    static List<AnswerProblem> in(Answers answers) {
        var contradictions = new Contradictions(answers);
        contradictions.bloodPressure("systolic", "diastolic");
        contradictions.bloodPressure("repeat_systolic", "repeat_diastolic");
        contradictions.pregnancies();
        contradictions.dangerSigns();
        contradictions.pastComplications();
        contradictions.findings();
        contradictions.dates();
        contradictions.vaccinated();
        contradictions.found.addAll(AskedAlone.contradictions(answers));
        return contradictions.found;
    }

    private void bloodPressure(String top, String bottom) {
        var systolic = answers.number(top);
        var diastolic = answers.number(bottom);
        if (systolic.isPresent() && diastolic.isPresent() && systolic.get().compareTo(diastolic.get()) <= 0) {
            add(top, "The top blood pressure number is higher than the bottom one: read both again.");
        }
    }

    /** V-GPC of the decision rules. */
    private void pregnancies() {
        atMost("parity", "gravida", -1, "Enter fewer births than pregnancies: this pregnancy has not ended yet.");
        atMost("miscarriages", "gravida", -1, "Enter fewer miscarriages than pregnancies.");
        atMost("stillbirths", "gravida", -1, "Enter fewer stillbirths than pregnancies.");
        atMost("caesareans", "parity", 0, "Enter at most as many caesarean sections as births.");
    }

    private void dangerSigns() {
        if (answers.yes("danger_none") && anyYes(Contradictions::isSign)) {
            add("danger_none", "Choose either \"none\" or the danger signs she has, not both.");
        }
    }

    private static boolean isSign(DictionaryField field) {
        return DANGER_QUESTION.equals(field.question()) && !field.name().equals("danger_none");
    }

    private void pastComplications() {
        if (answers.of("prev_complications_none").isPresent()
                && anyYes(field -> PAST_COMPLICATIONS_QUESTION.equals(field.question()))) {
            add("prev_complications_none", "Choose either \"none\" or the past complications she had, not both.");
        }
    }

    private void findings() {
        if (answers.no("fhr_present") && answers.of("fhr").isPresent()) {
            add("fhr", "There is a heart rate, but the heartbeat was marked as absent: correct one of them.");
        }
        if (answers.no("oedema") && answers.of("oedema_severity").isPresent()) {
            add("oedema_severity", "The swelling has a grade, but was marked as absent: correct one of them.");
        }
        if (answers.no("ultrasound_done") && answers.of("ultrasound_date").isPresent()) {
            add("ultrasound_date", "The scan has a date, but was marked as not done: correct one of them.");
        }
    }

    private void dates() {
        inOrder("last_delivery_date", "lmp", "Her last delivery was before her last period: correct one of the dates.");
        var dated = TETANUS_DOSES.stream()
                .filter(dose -> answers.date(dose).isPresent())
                .toList();
        for (var dose = 1; dose < dated.size(); dose++) {
            inOrder(
                    dated.get(dose - 1),
                    dated.get(dose),
                    "Each tetanus dose is later than the one before: correct the dates.");
        }
    }

    /** A dose on a day before this pregnancy is a history of doses. */
    private void vaccinated() {
        var began = answers.date("lmp");
        var none = answers.of(TETANUS_HISTORY).filter(NO_KNOWN_DOSE::contains).isPresent();
        var before = TETANUS_DOSES.stream()
                .flatMap(dose -> answers.date(dose).stream())
                .anyMatch(day -> began.filter(day::isBefore).isPresent());
        if (none && before) {
            add(
                    TETANUS_HISTORY,
                    "She had a tetanus dose before this pregnancy: choose some or all doses, or correct its date.");
        }
    }

    /** Says {@code message} of {@code smaller} unless it is at most {@code larger} plus {@code difference}. */
    private void atMost(String smaller, String larger, int difference, String message) {
        var little = answers.number(smaller);
        var most = answers.number(larger).map(number -> number.add(BigDecimal.valueOf(difference)));
        if (little.isPresent() && most.isPresent() && little.get().compareTo(most.get()) > 0) {
            add(smaller, message);
        }
    }

    private void inOrder(String earlier, String later, String message) {
        var first = answers.date(earlier);
        var second = answers.date(later);
        if (first.isPresent() && second.isPresent() && !first.get().isBefore(second.get())) {
            add(later, message);
        }
    }

    private boolean anyYes(Predicate<DictionaryField> among) {
        return answers.all().entrySet().stream()
                .anyMatch(
                        entry -> among.test(entry.getKey()) && entry.getValue().equals(new Answer.YesNo(true)));
    }

    private void add(String field, String message) {
        found.add(new AnswerProblem(field, AnswerProblem.CONTRADICTION, message));
    }
}
