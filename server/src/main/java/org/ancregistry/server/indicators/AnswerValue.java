package org.ancregistry.server.indicators;

import java.time.LocalDate;
import org.ancregistry.domain.clinical.DictionaryField;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** An answer as one word: yes or no, one of the field's codes, a number, or a day. */
final class AnswerValue {

    private static final int WHOLE_DATE = "2000-01-01".length();
    private static final int LONGEST = 40;

    private AnswerValue() {}

    /** Null when it is no answer to that question, or longer than any. */
    static @Nullable String of(DictionaryField field, @Nullable Type answer) {
        var word = word(field, answer);
        return word == null || word.length() > LONGEST ? null : word;
    }

    private static @Nullable String word(DictionaryField field, @Nullable Type answer) {
        return switch (field.kind()) {
            case QUANTITY, INTEGER -> number(answer);
            case DATE -> written(answer);
            case CODED -> chosen(field, answer);
            // What the registry works out is a number where it has a unit, and otherwise the day of birth to expect.
            case COMPUTED -> field.unit() == null ? written(answer) : number(answer);
            default -> answer instanceof BooleanType said && said.hasValue() ? yesOrNo(said) : null;
        };
    }

    private static String yesOrNo(BooleanType said) {
        return said.booleanValue() ? "yes" : "no";
    }

    private static @Nullable String chosen(DictionaryField field, @Nullable Type answer) {
        return answer instanceof CodeableConcept concept
                ? concept.getCoding().stream()
                        .map(Coding::getCode)
                        .filter(code -> code != null && field.answer(code).isPresent())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static @Nullable String written(@Nullable Type answer) {
        var day = answer instanceof BaseDateTimeType date ? day(date) : null;
        return day == null ? null : day.toString();
    }

    /** "Less than 70" is no number that can be counted. */
    private static @Nullable String number(@Nullable Type answer) {
        if (answer instanceof Quantity quantity && quantity.hasValue()) {
            return quantity.hasComparator() ? null : quantity.getValue().toPlainString();
        }
        return answer instanceof IntegerType count && count.getValue() != null
                ? count.getValue().toString()
                : null;
    }

    /** The day as it was written; null for a month or a year. */
    static @Nullable LocalDate day(BaseDateTimeType date) {
        var text = date.getValueAsString();
        return text == null || text.length() < WHOLE_DATE ? null : LocalDate.parse(text.substring(0, WHOLE_DATE));
    }
}
