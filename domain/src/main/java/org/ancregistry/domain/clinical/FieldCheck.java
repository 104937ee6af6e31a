package org.ancregistry.domain.clinical;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether one answer, taken by itself, can be true. */
final class FieldCheck {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_PREGNANCY_WEEKS = 45;
    private static final int TERM_DAYS = 280;

    private final DictionaryField field;
    private final LocalDate on;

    private FieldCheck(DictionaryField field, LocalDate on) {
        this.field = field;
        this.on = on;
    }

    static FieldCheck of(DictionaryField field, LocalDate on) {
        return new FieldCheck(field, on);
    }

    Optional<AnswerProblem> problem(Answer answer) {
        if (!field.takes(answer.shape())) {
            return problem(AnswerProblem.WRONG_TYPE, expected());
        }
        if (answer instanceof Answer.Measured measured) {
            return measured(measured);
        }
        if (answer instanceof Answer.Counted counted) {
            return number(BigDecimal.valueOf(counted.value()));
        }
        if (answer instanceof Answer.Dated dated) {
            return dated(dated.value());
        }
        if (answer instanceof Answer.Written written) {
            return written(written.text());
        }
        return chosen(answer);
    }

    private Optional<AnswerProblem> measured(Answer.Measured measured) {
        return measured.unit().equals(field.unit())
                ? number(measured.value())
                : problem(AnswerProblem.WRONG_UNIT, field.ask() + ". The unit is " + field.unit() + ".");
    }

    private Optional<AnswerProblem> number(BigDecimal value) {
        return field.limits().possible(value)
                ? Optional.empty()
                : problem(
                        AnswerProblem.IMPOSSIBLE_VALUE,
                        field.ask() + ". It lies " + field.limits().range() + ".");
    }

    private Optional<AnswerProblem> dated(LocalDate date) {
        if (field.name().equals("lmp")) {
            return dateBetween(date, on.minusWeeks(LONGEST_PREGNANCY_WEEKS), on.minusWeeks(2));
        }
        if (field.name().equals("ultrasound_edd")) {
            return dateBetween(
                    date, on.plusDays(TERM_DAYS).minusWeeks(LONGEST_PREGNANCY_WEEKS), on.plusDays(TERM_DAYS));
        }
        return dateBetween(date, LocalDate.of(1900, 1, 1), field.past() ? on : LocalDate.of(2200, 1, 1));
    }

    private Optional<AnswerProblem> dateBetween(LocalDate date, LocalDate first, LocalDate last) {
        return date.isBefore(first) || date.isAfter(last)
                ? problem(
                        AnswerProblem.IMPOSSIBLE_VALUE,
                        "Enter " + field.wording().words() + ", between " + first + " and " + last + ".")
                : Optional.empty();
    }

    private Optional<AnswerProblem> written(String text) {
        return text.isBlank() || text.length() > LONGEST_TEXT
                ? problem(
                        AnswerProblem.IMPOSSIBLE_VALUE,
                        "Write " + field.wording().words() + " in 1 to " + LONGEST_TEXT + " characters.")
                : Optional.empty();
    }

    private Optional<AnswerProblem> chosen(Answer answer) {
        if (answer instanceof Answer.Chosen one) {
            return known(List.of(one.answerCode()));
        }
        if (!(answer instanceof Answer.ChosenAll several)) {
            return Optional.empty();
        }
        if (!field.repeats() || several.answerCodes().isEmpty()) {
            return problem(AnswerProblem.WRONG_TYPE, expected());
        }
        return several(several);
    }

    /** Words that stand beside the list's answers are one more of them. */
    private Optional<AnswerProblem> several(Answer.ChosenAll several) {
        if (!several.texts().isEmpty() && !field.takes(AnswerShape.WRITTEN)) {
            return problem(AnswerProblem.WRONG_TYPE, expected());
        }
        var all = new ArrayList<>(several.answerCodes());
        all.addAll(several.texts());
        return known(several.answerCodes())
                .or(() -> several.texts().stream()
                        .flatMap(text -> written(text).stream())
                        .findFirst())
                .or(() -> compatible(all));
    }

    private Optional<AnswerProblem> known(List<String> codes) {
        return codes.stream().allMatch(code -> field.answer(code).isPresent())
                ? Optional.empty()
                : problem(AnswerProblem.IMPOSSIBLE_VALUE, expected());
    }

    private Optional<AnswerProblem> compatible(List<String> codes) {
        return new HashSet<>(codes)
                .stream()
                        .flatMap(code -> field.answer(code).stream())
                        .filter(CodedAnswer::excludesOthers)
                        .filter(alone -> codes.stream().anyMatch(other -> !other.equals(alone.code())))
                        .findFirst()
                        .flatMap(alone -> problem(
                                AnswerProblem.CONTRADICTION,
                                "Choose \"" + alone.label() + "\" alone, or only the others."));
    }

    private String expected() {
        if (field.takes(AnswerShape.CHOSEN)) {
            return "Choose " + field.wording().words() + " from the list"
                    + (field.takes(AnswerShape.WRITTEN) ? ", or write it." : ".");
        }
        if (field.shapes().equals(Set.of(AnswerShape.YES_NO))) {
            return "Answer yes or no: " + field.wording().words() + ".";
        }
        return field.ask() + (field.takes(AnswerShape.YES_NO) ? ", or answer yes or no." : ".");
    }

    private Optional<AnswerProblem> problem(String code, String message) {
        return Optional.of(new AnswerProblem(field.name(), code, message));
    }
}
