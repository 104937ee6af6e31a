package org.ancregistry.operations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.Occasion;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the {@code answer} parameters of an operation and has the domain look them over. */
public final class GivenAnswers {

    private GivenAnswers() {}

    /**
     * The answers, all of them possible.
     *
     * @throws Refusal {@link Problem#ANSWER_INVALID} with one issue for each thing to put right
     */
    public static ReviewedAnswers review(List<ParametersParameterComponent> given, Occasion occasion) {
        var review = Answers.review(read(given), occasion);
        if (!review.problems().isEmpty()) {
            throw refusal(review.problems());
        }
        return new ReviewedAnswers(review.answers(), review.soft(), confirmed(given));
    }

    private static Set<String> confirmed(List<ParametersParameterComponent> given) {
        return given.stream()
                .filter(answer -> Parts.isTrue(answer, "confirmed"))
                .flatMap(answer -> Stream.ofNullable(Parts.text(answer, "field")))
                .collect(Collectors.toSet());
    }

    private static Refusal refusal(List<AnswerProblem> problems) {
        var first = problems.get(0);
        var refusal = Problem.ANSWER_INVALID.because(first.message()).at(first.field());
        problems.stream().skip(1).forEach(problem -> refusal.also(problem.field(), problem.message()));
        return refusal;
    }

    /** The field that one {@code answer} parameter names. */
    public static String field(ParametersParameterComponent answer) {
        return Given.required(Parts.primitive(answer, "field"), "answer.field");
    }

    private static Map<String, Answer> read(List<ParametersParameterComponent> given) {
        var values = new LinkedHashMap<String, List<Type>>();
        for (var answer : given) {
            var field = field(answer);
            values.computeIfAbsent(field, name -> new ArrayList<>()).add(value(answer, field));
        }
        var answers = new LinkedHashMap<String, Answer>();
        values.forEach((field, several) -> answers.put(field, answer(field, several)));
        return answers;
    }

    private static Type value(ParametersParameterComponent answer, String field) {
        var value = Parts.value(answer, "value");
        if (value == null || value.isEmpty()) {
            throw Problem.ANSWER_INVALID
                    .because("Give a value, or leave the answer out when it was not asked.")
                    .at(field);
        }
        return value;
    }

    private static Answer answer(String name, List<Type> values) {
        var field = Dictionary.anc().field(name).orElse(null);
        if (values.size() == 1) {
            return answer(field, name, values.get(0));
        }
        var repeats = field != null && field.repeats() && field.takes(AnswerShape.WRITTEN);
        if (repeats || values.stream().allMatch(value -> code(value) != null)) {
            return several(field, name, values);
        }
        throw Problem.ANSWER_INVALID
                .because("This was answered more than once: give one answer.")
                .at(name);
    }

    /** What the list has by its code, what it does not have in words. */
    private static Answer several(@Nullable DictionaryField field, String name, List<Type> values) {
        var codes = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (var value : values) {
            var code = code(value);
            if (code != null) {
                codes.add(code);
            } else if (answer(field, name, value) instanceof Answer.Chosen listed) {
                codes.add(listed.answerCode());
            } else {
                texts.add(String.valueOf(value.primitiveValue()));
            }
        }
        return new Answer.ChosenAll(codes, texts);
    }

    private static Answer answer(@Nullable DictionaryField field, String name, Type value) {
        if (value instanceof BooleanType said) {
            return new Answer.YesNo(said.booleanValue());
        }
        if (value instanceof Quantity quantity && quantity.hasValue()) {
            var unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
            return new Answer.Measured(quantity.getValue(), unit == null ? "" : unit);
        }
        if (value instanceof IntegerType count) {
            return number(field, BigDecimal.valueOf(count.getValue()));
        }
        if (value instanceof DecimalType decimal) {
            return number(field, decimal.getValue());
        }
        if (value instanceof BaseDateTimeType) {
            return new Answer.Dated(day(name, value.primitiveValue()));
        }
        var code = code(value);
        return code == null || !choosable(field) ? written(field, value) : new Answer.Chosen(code);
    }

    /** A number without a unit is in the unit that the dictionary asks for. */
    private static Answer number(@Nullable DictionaryField field, BigDecimal number) {
        var measured = field != null && field.takes(AnswerShape.MEASURED);
        if (!measured
                && number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.TEN.pow(9)) < 0) {
            return new Answer.Counted(number.intValue());
        }
        return new Answer.Measured(number, field == null || field.unit() == null ? "" : field.unit());
    }

    private static LocalDate day(String name, String written) {
        if (written.length() < "2000-01-01".length()) {
            throw Problem.ANSWER_INVALID
                    .because("Give the whole date, like 2026-05-14.")
                    .at(name);
        }
        return LocalDate.parse(written.substring(0, "2000-01-01".length()));
    }

    /** A word is one of the list's answers where the list has it, and else what somebody wrote. */
    private static Answer written(@Nullable DictionaryField field, Type value) {
        var text = value instanceof CodeableConcept concept && concept.hasText()
                ? concept.getText()
                : String.valueOf(value.primitiveValue());
        var listed = field != null && field.answer(text).isPresent();
        var onlyListed = choosable(field) && field != null && !field.takes(AnswerShape.WRITTEN);
        return listed || onlyListed ? new Answer.Chosen(text) : new Answer.Written(text);
    }

    private static boolean choosable(@Nullable DictionaryField field) {
        return field != null && field.takes(AnswerShape.CHOSEN);
    }

    private static @Nullable String code(Type value) {
        if (value instanceof CodeType code) {
            return code.getValue();
        }
        if (value instanceof Coding coding) {
            return coding.getCode();
        }
        return value instanceof CodeableConcept concept && concept.hasCoding()
                ? concept.getCodingFirstRep().getCode()
                : null;
    }
}
