package org.ancregistry.portals.record;

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
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
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

    /** What the resource answers; none where it answers no question of the dictionary. */
    List<Finding> in(Resource resource) {
        if (resource instanceof Observation observation) {
            return in(observation);
        } else if (resource instanceof Condition condition) {
            return in(condition).stream().toList();
        } else if (resource instanceof MedicationStatement medicine) {
            return in(medicine).stream().toList();
        }
        return resource instanceof Immunization vaccine ? in(vaccine).stream().toList() : List.of();
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
        return observation.hasValue()
                ? field(observation.getCode()).stream()
                        .map(field -> finding(field, observation, observation.getValue()))
                        .toList()
                : List.of();
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

    /** A medicine that she was given, and not only told of, planned or stopped, is the yes to its question, or its dose. */
    private Optional<Finding> in(MedicationStatement medicine) {
        if (medicine.getStatus() != MedicationStatementStatus.ACTIVE
                && medicine.getStatus() != MedicationStatementStatus.COMPLETED) {
            return Optional.empty();
        }
        var dose = medicine.getDosageFirstRep().getDoseAndRateFirstRep().getDose();
        var on = medicine.hasEffectiveDateTimeType() ? day(medicine.getEffectiveDateTimeType()) : null;
        return field(medicine.getMedicationCodeableConcept())
                .map(field -> new Finding(
                        field,
                        medicine.getContext().getReference(),
                        on,
                        Values.number(dose, field),
                        null,
                        dose == null ? true : null,
                        null,
                        Values.text(dose, field)));
    }

    private Optional<Finding> in(Immunization vaccine) {
        var on = vaccine.hasOccurrenceDateTimeType() ? day(vaccine.getOccurrenceDateTimeType()) : null;
        var given = vaccine.getStatus() != ImmunizationStatus.NOTDONE;
        return field(vaccine.getVaccineCode())
                .map(field ->
                        new Finding(field, vaccine.getEncounter().getReference(), on, null, null, given, null, null));
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
        return new Finding(
                field,
                contact,
                on,
                Values.number(value, field),
                Values.coded(value, field),
                Values.yes(value),
                date(value),
                Values.text(value, field));
    }

    private @Nullable LocalDate date(@Nullable Type value) {
        return value instanceof DateTimeType date ? day(date) : null;
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
