package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;
import org.ancregistry.domain.clinical.SystemUris;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dictionary's question again behind a stored Observation or Condition. A resource that speaks of no question
 * of the dictionary is left out here and stays in the registry.
 */
final class Findings {

    /** Answered fields first: where a computed field shares a code with a question, the question is meant. */
    private static final Map<Code, DictionaryField> BY_CODE = Stream.concat(
                    Dictionary.anc().fields().stream()
                            .filter(field -> field.kind().answered()),
                    Dictionary.anc().fields().stream().filter(field -> field.kind() == FieldKind.COMPUTED))
            .collect(Collectors.toUnmodifiableMap(
                    DictionaryField::primary, field -> field, (question, computed) -> question));

    private static final Code DANGER_SIGNS = new Code(SystemUris.WHO_ANC, "ANC.B5.DE48");

    private final ZoneId zone;

    Findings(ZoneId zone) {
        this.zone = zone;
    }

    List<Finding> in(Observation observation) {
        if (observation.hasComponent()) {
            return observation.getComponent().stream()
                    .filter(part -> part.hasValue())
                    .flatMap(part ->
                            field(part.getCode()).stream().map(field -> finding(field, observation, part.getValue())))
                    .toList();
        }
        if (has(observation.getCode(), DANGER_SIGNS)) {
            return field(observation.getValueCodeableConcept()).stream()
                    .map(sign -> finding(sign, observation, new BooleanType(true)))
                    .toList();
        }
        return field(observation.getCode()).stream()
                .map(field -> finding(field, observation, observation.getValue()))
                .toList();
    }

    /** A history condition is the yes to its question. */
    Optional<Finding> in(Condition condition) {
        return field(condition.getCode())
                .map(field -> new Finding(
                        field,
                        condition.getEncounter().getReference(),
                        day(condition.getRecordedDateElement()),
                        null,
                        null,
                        true,
                        null,
                        null));
    }

    static Optional<DictionaryField> field(CodeableConcept concept) {
        return codes(concept)
                .flatMap(code -> Stream.ofNullable(BY_CODE.get(code)))
                .findFirst();
    }

    private static boolean has(CodeableConcept concept, Code wanted) {
        return codes(concept).anyMatch(wanted::equals);
    }

    private static Stream<Code> codes(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(coding -> new Code(coding.getSystem(), coding.getCode()));
    }

    private Finding finding(DictionaryField field, Observation observation, @Nullable Type value) {
        var contact = observation.getEncounter().getReference();
        var on = observation.hasEffectiveDateTimeType() ? day(observation.getEffectiveDateTimeType()) : null;
        return new Finding(field, contact, on, number(value), coded(value), yes(value), date(value), text(value));
    }

    private static @Nullable BigDecimal number(@Nullable Type value) {
        if (value instanceof Quantity quantity) {
            return quantity.getValue();
        }
        return value instanceof IntegerType integer ? BigDecimal.valueOf(integer.getValue()) : null;
    }

    private static @Nullable String coded(@Nullable Type value) {
        return value instanceof CodeableConcept concept
                ? concept.getCoding().stream().map(Coding::getCode).findFirst().orElse(null)
                : null;
    }

    private static @Nullable Boolean yes(@Nullable Type value) {
        return value instanceof BooleanType bool ? bool.getValue() : null;
    }

    private @Nullable LocalDate date(@Nullable Type value) {
        return value instanceof DateTimeType date ? day(date) : null;
    }

    private static @Nullable String text(@Nullable Type value) {
        return value instanceof StringType words ? words.getValue() : null;
    }

    /** The day as it was written where only a day was written; otherwise the day here. */
    @Nullable
    LocalDate day(DateTimeType date) {
        if (!date.hasValue()) {
            return null;
        }
        return date.hasTime()
                ? date.getValue().toInstant().atZone(zone).toLocalDate()
                : LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDay());
    }
}
