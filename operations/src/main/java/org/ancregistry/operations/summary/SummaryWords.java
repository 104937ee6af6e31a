package org.ancregistry.operations.summary;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.CodedAnswer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The parts that resources are made of, in English. */
final class SummaryWords {

    private static final int WHOLE_DATE = "2000-01-01".length();
    private static final String NOT_KNOWN = "not known";
    private static final String NOT_NAMED = "not named";
    private static final Map<Code, String> ANSWERS = Dictionary.anc().fields().stream()
            .flatMap(field -> field.answers().stream())
            .collect(Collectors.toUnmodifiableMap(CodedAnswer::coding, CodedAnswer::label, (first, same) -> first));

    private SummaryWords() {}

    /** What something is called, in a concept's own words, or those of the dictionary, or by its code. */
    static String name(@Nullable Type what) {
        if (what instanceof CodeableConcept concept) {
            return name(concept);
        }
        return what instanceof Reference reference && reference.hasDisplay() ? reference.getDisplay() : NOT_NAMED;
    }

    private static String name(CodeableConcept concept) {
        return Optional.ofNullable(concept.getText())
                .or(() -> first(concept, coding -> Optional.ofNullable(coding.getDisplay())))
                .or(() -> first(concept, SummaryWords::known))
                .or(() -> first(concept, coding -> Optional.ofNullable(coding.getCode())))
                .orElse(NOT_NAMED);
    }

    private static Optional<String> first(CodeableConcept concept, Function<Coding, Optional<String>> words) {
        return concept.getCoding().stream().map(words).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> known(Coding coding) {
        if (!coding.hasSystem() || !coding.hasCode()) {
            return Optional.empty();
        }
        var code = new Code(coding.getSystem(), coding.getCode());
        return Dictionary.anc()
                .fieldCoded(code)
                .map(DictionaryField::definition)
                .or(() -> Optional.ofNullable(ANSWERS.get(code)));
    }

    static String value(@Nullable Type value) {
        if (value instanceof Quantity quantity) {
            return quantity(quantity);
        } else if (value instanceof CodeableConcept concept) {
            return name(concept);
        } else if (value instanceof BooleanType said && said.hasValue()) {
            return said.booleanValue() ? "yes" : "no";
        } else if (value instanceof Range range) {
            return quantity(range.getLow()) + " to " + quantity(range.getHigh());
        } else if (value instanceof Ratio ratio) {
            return quantity(ratio.getNumerator()) + " / " + quantity(ratio.getDenominator());
        } else if (value instanceof Period period) {
            return Optional.of(days(period)).filter(days -> !days.isEmpty()).orElse(NOT_KNOWN);
        }
        return value == null ? NOT_KNOWN : simple(value);
    }

    /** What one line cannot hold, as a curve of measurements, is named; whoever wants it reads the entry. */
    private static String simple(Type value) {
        if (!value.isPrimitive()) {
            return "recorded as " + value.fhirType();
        }
        return value.hasPrimitiveValue() ? value.primitiveValue() : NOT_KNOWN;
    }

    private static String quantity(Quantity quantity) {
        if (!quantity.hasValue()) {
            return NOT_KNOWN;
        }
        var comparator =
                quantity.getComparator() == null ? "" : quantity.getComparator().toCode() + " ";
        var unit = quantity.hasUnit() ? quantity.getUnit() : quantity.getCode();
        return comparator + number(quantity.getValue()) + (unit == null ? "" : " " + unit);
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** The words with their day before them, as far as one is known. */
    static String dated(@Nullable Type when, String words) {
        var days = when instanceof Period period ? days(period) : day(when);
        return days.isEmpty() ? words : days + "  " + words;
    }

    private static String days(Period period) {
        var start = day(period.getStartElement());
        var end = day(period.getEndElement());
        if (end.isEmpty()) {
            return start.isEmpty() ? "" : "since " + start;
        }
        return Stream.of(start, "until", end).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String day(@Nullable Type when) {
        var text = when instanceof BaseDateTimeType moment ? moment.getValueAsString() : null;
        return text == null ? "" : text.substring(0, Math.min(text.length(), WHOLE_DATE));
    }
}
