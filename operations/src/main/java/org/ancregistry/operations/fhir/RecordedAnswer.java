package org.ancregistry.operations.fhir;

import java.time.LocalDate;
import java.util.Optional;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.DictionaryField;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** Reads a stored value as the answer to a question; a value that only says why it is absent is none. */
final class RecordedAnswer {

    private static final int DAY = "2000-01-01".length();

    private RecordedAnswer() {}

    static Optional<Answer> of(DictionaryField field, Type value) {
        if (value instanceof Quantity quantity) {
            return quantity.hasValue() ? Optional.of(measured(quantity)) : Optional.empty();
        }
        if (value instanceof CodeableConcept concept) {
            return chosen(field, concept);
        }
        if (value instanceof BaseDateTimeType day) {
            return day(day).map(Answer.Dated::new);
        }
        return value.hasPrimitiveValue() ? Optional.of(said(value)) : Optional.empty();
    }

    private static Answer said(Type value) {
        if (value instanceof IntegerType count) {
            return new Answer.Counted(count.getValue());
        }
        return value instanceof BooleanType said
                ? new Answer.YesNo(said.booleanValue())
                : new Answer.Written(value.primitiveValue());
    }

    private static Answer measured(Quantity quantity) {
        var code = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
        var unit = code == null ? "" : code;
        if (!quantity.hasComparator()) {
            return new Answer.Measured(quantity.getValue(), unit);
        }
        var bound =
                switch (quantity.getComparator()) {
                    case LESS_THAN -> Answer.Bound.BELOW;
                    case LESS_OR_EQUAL -> Answer.Bound.AT_MOST;
                    case GREATER_OR_EQUAL -> Answer.Bound.AT_LEAST;
                    case GREATER_THAN -> Answer.Bound.ABOVE;
                    case NULL -> throw new IllegalStateException("A comparator that is none");
                };
        return new Answer.Bounded(bound, quantity.getValue(), unit);
    }

    /**
     * The first coding that is one of the question's answers, wherever it stands among other systems' words for it. Where
     * none is, the first stands for "answered in words that nobody here can read".
     */
    private static Optional<Answer> chosen(DictionaryField field, CodeableConcept concept) {
        var codes = concept.getCoding().stream()
                .filter(Coding::hasCode)
                .map(Coding::getCode)
                .toList();
        return codes.stream()
                .filter(code -> field.answer(code).isPresent())
                .findFirst()
                .or(() -> codes.stream().findFirst())
                .<Answer>map(Answer.Chosen::new)
                .or(() -> Optional.ofNullable(concept.getText()).map(Answer.Written::new));
    }

    /** A month or a year counts as its first day. */
    static Optional<LocalDate> day(BaseDateTimeType day) {
        return Optional.ofNullable(day.getValueAsString())
                .map(text -> LocalDate.parse((text + "-01-01").substring(0, DAY)));
    }
}
