package org.ancregistry.domain.clinical;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers that were looked over: every field is known, every value can be true, and none contradicts another. */
public final class Answers {

    private final Map<DictionaryField, Answer> byField;

    private Answers(Map<DictionaryField, Answer> byField) {
        this.byField = Collections.unmodifiableMap(byField);
    }

    /** Looks over what was answered, by field name, and says all that is wrong with it at once. */
    public static AnswerReview review(Map<String, Answer> given, Occasion occasion) {
        var problems = new ArrayList<AnswerProblem>();
        var known = new LinkedHashMap<DictionaryField, Answer>();
        given.keySet().stream().filter(name -> !answered(name)).sorted().forEach(name -> problems.add(unknown(name)));
        for (var field : Dictionary.anc().fields()) {
            var answer = given.get(field.name());
            if (answer != null && field.kind().answered()) {
                FieldCheck.of(field, occasion.on())
                        .problem(answer)
                        .ifPresentOrElse(problems::add, () -> known.put(field, answer));
            }
        }
        var answers = new Answers(known);
        problems.addAll(Contradictions.in(answers));
        problems.addAll(Completeness.lacking(given.keySet(), answers, occasion.stage()));
        return new AnswerReview(problems.isEmpty() ? answers : null, problems, Unusual.in(answers, occasion));
    }

    private static boolean answered(String name) {
        return Dictionary.anc()
                .field(name)
                .filter(field -> field.kind().answered())
                .isPresent();
    }

    private static AnswerProblem unknown(String name) {
        var message = Dictionary.anc()
                .field(name)
                .map(field -> field.kind() == FieldKind.COMPUTED
                        ? "Leave this out: the registry works it out itself."
                        : "Leave this out: it is not one of the answers.")
                .orElse("Leave this out: the dictionary has no such field.");
        return new AnswerProblem(name, AnswerProblem.UNKNOWN_FIELD, message);
    }

    /** All answers, in the order of the dictionary. */
    public Map<DictionaryField, Answer> all() {
        return byField;
    }

    public Optional<Answer> of(String field) {
        return Optional.ofNullable(byField.get(Dictionary.anc().require(field)));
    }

    /** The number that was measured or counted. */
    public Optional<BigDecimal> number(String field) {
        return of(field).flatMap(Answers::numberIn);
    }

    static Optional<BigDecimal> numberIn(Answer answer) {
        if (answer instanceof Answer.Measured measured) {
            return Optional.of(measured.value());
        }
        return answer instanceof Answer.Counted counted
                ? Optional.of(BigDecimal.valueOf(counted.value()))
                : Optional.empty();
    }

    public Optional<LocalDate> date(String field) {
        return of(field)
                .filter(Answer.Dated.class::isInstance)
                .map(Answer.Dated.class::cast)
                .map(Answer.Dated::value);
    }

    /** Whether yes was said. False both for no and for what was not asked. */
    public boolean yes(String field) {
        return of(field).filter(new Answer.YesNo(true)::equals).isPresent();
    }

    /** Whether no was said. False both for yes and for what was not asked. */
    public boolean no(String field) {
        return of(field).filter(new Answer.YesNo(false)::equals).isPresent();
    }

    /** Names no answer: what a woman told is in no log. */
    @Override
    public String toString() {
        return "Answers[" + byField.size() + "]";
    }
}
