package org.ancregistry.domain.clinical;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values that are possible and rare, about which somebody is asked once more. */
final class Unusual {

    private static final BigDecimal WEIGHT_CHANGE_KG = BigDecimal.valueOf(5);
    private static final BigDecimal FUNDAL_HEIGHT_CM = BigDecimal.valueOf(3);
    private static final int FUNDAL_HEIGHT_FROM_WEEKS = 20;

    private final Answers answers;
    private final Occasion occasion;
    private final List<AnswerProblem> found = new ArrayList<>();

    private Unusual(Answers answers, Occasion occasion) {
        this.answers = answers;
        this.occasion = occasion;
    }

    static List<AnswerProblem> in(Answers answers, Occasion occasion) {
        var unusual = new Unusual(answers, occasion);
        answers.all().forEach(unusual::number);
        unusual.weight();
        unusual.fundalHeight();
        unusual.pregnancies();
        return unusual.found;
    }

    private void number(DictionaryField field, Answer answer) {
        Answers.numberIn(answer)
                .filter(value -> !field.limits().usual(value) && !isNone(field, value))
                .ifPresent(value -> ask(
                        field.name(),
                        "Is " + value.toPlainString() + " right for "
                                + field.wording().words() + "?"));
    }

    private void weight() {
        var last = occasion.lastWeight();
        if (last != null) {
            farFrom("weight", last, WEIGHT_CHANGE_KG)
                    .ifPresent(kilograms -> ask(
                            "weight",
                            "Her last weight was " + last.toPlainString() + " kg. Is " + kilograms.toPlainString()
                                    + " kg right?"));
        }
    }

    private void fundalHeight() {
        var weeks = occasion.weeks();
        if (weeks != null && weeks >= FUNDAL_HEIGHT_FROM_WEEKS) {
            farFrom("fundal_height", BigDecimal.valueOf(weeks), FUNDAL_HEIGHT_CM)
                    .ifPresent(centimetres -> ask(
                            "fundal_height",
                            "She is " + weeks + " weeks pregnant. Is " + centimetres.toPlainString()
                                    + " cm right for the fundal height?"));
        }
    }

    private Optional<BigDecimal> farFrom(String field, BigDecimal expected, BigDecimal tolerance) {
        return answers.number(field)
                .filter(value -> value.subtract(expected).abs().compareTo(tolerance) > 0);
    }

    /** Twins end one pregnancy with two births: more ends than pregnancies is asked about, not refused. */
    private void pregnancies() {
        var earlier = answers.number("gravida").map(number -> number.subtract(BigDecimal.ONE));
        var ends = List.of("miscarriages", "live_births", "stillbirths").stream()
                .flatMap(field -> answers.number(field).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (earlier.isPresent() && ends.compareTo(earlier.get()) > 0) {
            ask(
                    "gravida",
                    "She has told of " + ends.toPlainString() + " births and losses in "
                            + earlier.get().toPlainString() + " earlier pregnancies. Is this right?");
        }
    }

    private void ask(String field, String message) {
        found.add(new AnswerProblem(field, AnswerProblem.UNUSUAL, message));
    }

    /** Of a medicine none is a plain answer: she was not given it. */
    private static boolean isNone(DictionaryField field, BigDecimal value) {
        return field.kind() == FieldKind.MEDICATION && value.signum() == 0;
    }
}
