package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.util.Optional;
import org.ancregistry.domain.clinical.Answer.Measured;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.rules.Units;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a question was answered with. A measurement counts in the unit of its field; what is not in that unit and
 * cannot be turned into it, or is only a limit, is told as it was written and never taken for the number that stands in it.
 */
final class Values {

    private Values() {}

    static @Nullable BigDecimal number(@Nullable Type value, DictionaryField field) {
        if (value instanceof Quantity quantity) {
            return measured(quantity, field).orElse(null);
        }
        return value instanceof IntegerType integer && integer.hasValue()
                ? BigDecimal.valueOf(integer.getValue())
                : null;
    }

    private static Optional<BigDecimal> measured(Quantity quantity, DictionaryField field) {
        if (!quantity.hasValue() || quantity.hasComparator()) {
            return Optional.empty();
        }
        var unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
        if (unit == null || field.unit() == null || unit.equals(field.shownUnit())) {
            return Optional.of(quantity.getValue());
        }
        return Units.in(field.unit(), new Measured(quantity.getValue(), unit));
    }

    /** The code of an answer of the field, whichever other codes stand beside it. */
    static @Nullable String coded(@Nullable Type value, DictionaryField field) {
        if (!(value instanceof CodeableConcept concept)) {
            return null;
        }
        return concept.getCoding().stream()
                .map(Coding::getCode)
                .filter(code -> code != null && field.answer(code).isPresent())
                .findFirst()
                .orElse(null);
    }

    static @Nullable Boolean yes(@Nullable Type value) {
        return value instanceof BooleanType bool ? bool.getValue() : null;
    }

    /** What can be told in words alone. */
    static @Nullable String text(@Nullable Type value, DictionaryField field) {
        if (value instanceof StringType words) {
            return words.getValue();
        } else if (value instanceof CodeableConcept concept) {
            return coded(value, field) == null ? Words.of(concept) : null;
        }
        return value instanceof Quantity quantity && quantity.hasValue() && number(value, field) == null
                ? text(quantity)
                : null;
    }

    private static String text(Quantity quantity) {
        var unit = quantity.hasUnit() ? quantity.getUnit() : quantity.getCode();
        return (quantity.hasComparator() ? quantity.getComparator().toCode() + " " : "")
                + quantity.getValue().toPlainString()
                + (unit == null ? "" : " " + unit);
    }
}
