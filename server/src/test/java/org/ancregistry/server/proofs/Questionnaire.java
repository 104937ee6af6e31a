package org.ancregistry.server.proofs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.CodedAnswer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Answers that can be true to every question of the dictionary. */
final class Questionnaire {

    /** Two counts that must fit one another are answered by every registration already. */
    private static final Set<String> COUNTS = Set.of("gravida", "parity", "miscarriages", "stillbirths", "caesareans");

    private Questionnaire() {}

    static List<DictionaryField> fields() {
        return Dictionary.anc().fields().stream()
                .filter(field -> field.kind().answered())
                .toList();
    }

    /** Each of which can be answered alone: of the private ones the first alone can. */
    static List<DictionaryField> yesNoQuestions() {
        return fields().stream()
                .filter(field -> field.takes(AnswerShape.YES_NO))
                .filter(field -> !field.isPrivate() || field.name().equals("ipv_enquiry"))
                .toList();
    }

    static Type yes() {
        return new BooleanType(true);
    }

    static Type no() {
        return new BooleanType(false);
    }

    /** The {@code turn}th way to answer a field that is chosen from a list; one of them after another. */
    static List<Type> chosen(DictionaryField field, int turn) {
        if (field.repeats() && turn == 0) {
            return field.answers().stream()
                    .filter(answer -> !answer.excludesOthers())
                    .<Type>map(answer -> new CodeType(answer.code()))
                    .toList();
        }
        List<CodedAnswer> choices = field.repeats()
                ? field.answers().stream().filter(CodedAnswer::excludesOthers).toList()
                : field.answers();
        if (choices.isEmpty() || (field.repeats() && turn > choices.size())) {
            return List.of(new StringType("In her own words"));
        }
        return List.of(new CodeType(
                choices.get(field.repeats() ? turn - 1 : turn % choices.size()).code()));
    }

    /** A measurement, a count, a day or words: whichever the field takes. */
    static Type given(DictionaryField field) {
        if (field.takes(AnswerShape.MEASURED)) {
            return new Quantity()
                    .setValue(number(field))
                    .setUnit(field.unit())
                    .setSystem("http://unitsofmeasure.org")
                    .setCode(field.unit());
        }
        if (field.takes(AnswerShape.COUNTED)) {
            return new IntegerType(
                    COUNTS.contains(field.name()) ? small(field) : number(field).intValue());
        }
        return field.takes(AnswerShape.DATED)
                ? new DateType(day(field).toString())
                : new StringType("In her own words");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Colombo"));
    }

    private static int small(DictionaryField field) {
        return field.name().equals("gravida") ? 2 : 1;
    }

    private static BigDecimal number(DictionaryField field) {
        var usual = field.limits().softMin();
        var possible = field.limits().hardMin();
        return usual != null ? usual : possible != null ? possible : BigDecimal.ONE;
    }

    /** Each tetanus dose a year after the one before; a past day for what lies in the past. */
    private static LocalDate day(DictionaryField field) {
        if (field.name().matches("tt[1-5]_date")) {
            return today().minusYears(9 - Integer.parseInt(field.name().substring(2, 3)));
        }
        return switch (field.name()) {
            case "lmp" -> today().minusWeeks(12);
            case "ultrasound_edd" -> today().minusWeeks(12).plusDays(280);
            case "last_delivery_date" -> today().minusYears(3);
            default -> today().minusDays(1);
        };
    }
}
