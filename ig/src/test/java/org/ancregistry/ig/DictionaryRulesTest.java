package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;
import org.ancregistry.domain.clinical.SystemUris;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the program thinks of an answer, the guide thinks of the resource: for each field of the dictionary that stands in an
 * Observation, its code, its kind of value, its unit and its limits.
 */
class DictionaryRulesTest {

    private static final Set<FieldKind> OBSERVED = Set.of(
            FieldKind.QUANTITY,
            FieldKind.INTEGER,
            FieldKind.BOOLEAN,
            FieldKind.DATE,
            FieldKind.CODED,
            FieldKind.CONDITION,
            FieldKind.COMPUTED);
    private static final BigDecimal STEP = new BigDecimal("0.01");

    @ParameterizedTest(name = "{0}")
    @MethodSource("observed")
    void takesWhatTheFieldTakes(String name) {
        assertThat(problems(name, valid(field(name)))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("observed")
    void refusesAnotherKindOfValue(String name) {
        assertThat(problems(name, new Range().setLow(quantity("1", "kg"))))
                .singleElement()
                .asString()
                .contains("anc-value-");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("measured")
    void refusesAnotherUnit(String name) {
        var value = (Quantity) valid(field(name));
        value.setUnit("furlong").setCode("[fur_us]");
        assertThat(problems(name, value)).singleElement().asString().contains("anc-unit-");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limited")
    void refusesWhatTheProgramCallsImpossible(String name) {
        var field = field(name);
        var limits = field.limits();
        assertThat(problems(name, number(field, limits.hardMin()))).isEmpty();
        assertThat(problems(name, number(field, limits.hardMax()))).isEmpty();
        var step = field.kind() == FieldKind.INTEGER ? BigDecimal.ONE : STEP;
        Stream.of(
                        required(limits.hardMin()).subtract(step),
                        required(limits.hardMax()).add(step))
                .peek(value -> assertThat(limits.possible(value)).isFalse())
                .forEach(value -> assertThat(problems(name, number(field, value)))
                        .singleElement()
                        .asString()
                        .contains("anc-limit-"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "systolic, 301, anc-limit-systolic",
        "systolic, 39.9, anc-limit-systolic",
        "diastolic, 201, anc-limit-diastolic",
        "diastolic, 19.9, anc-limit-diastolic",
        "repeat_systolic, 301, anc-limit-repeat-systolic",
        "repeat_diastolic, 19.9, anc-limit-repeat-diastolic",
    })
    void refusesAPressureThatTheProgramCallsImpossible(String name, BigDecimal value, String rule) {
        var limits = field(name).limits();
        assertThat(limits.possible(value)).isFalse();
        assertThat(pressureProblems(name, value))
                .anySatisfy(problem -> assertThat(problem).contains(rule));
        assertThat(pressureProblems(name, required(limits.hardMin())))
                .noneMatch(problem -> problem.contains("anc-limit-"));
        assertThat(pressureProblems(name, required(limits.hardMax())))
                .noneMatch(problem -> problem.contains("anc-limit-"));
    }

    /** That part of a pressure beside one that is possible. */
    private static List<String> pressureProblems(String name, BigDecimal value) {
        var top = name.endsWith("systolic");
        var prefix = name.startsWith("repeat") ? "repeat_" : "";
        var pressure = begun("anc-blood-pressure");
        pressure.addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/observation-category")
                .setCode("vital-signs");
        pressure.getCode().addCoding().setSystem(SystemUris.LOINC).setCode("85354-9");
        part(pressure, "8480-6", prefix + "systolic", top ? value : new BigDecimal(120));
        part(pressure, "8462-4", prefix + "diastolic", top ? new BigDecimal(80) : value);
        return TheGuide.VALIDATOR.problems(pressure);
    }

    private static void part(Observation pressure, String loinc, String name, BigDecimal value) {
        var part = pressure.addComponent().setValue(quantity(value.toPlainString(), "mm[Hg]"));
        part.getCode().addCoding().setSystem(SystemUris.LOINC).setCode(loinc);
        part.getCode()
                .addCoding()
                .setSystem(SystemUris.WHO_ANC)
                .setCode(field(name).primary().code());
    }

    @Test
    void knowsManyFields() {
        assertThat(observed()).hasSizeGreaterThan(100);
        assertThat(measured()).hasSizeGreaterThan(15);
        assertThat(limited()).hasSizeGreaterThan(25);
    }

    static Stream<String> observed() {
        return Dictionary.anc().fields().stream()
                .filter(field -> OBSERVED.contains(field.kind()) && !isPressure(field))
                .filter(field -> field.kind() != FieldKind.COMPUTED || field.unit() != null)
                .filter(field -> !field.shapes().equals(Set.of(AnswerShape.WRITTEN)))
                .map(DictionaryField::name);
    }

    static Stream<String> measured() {
        return observed().filter(name -> isMeasured(field(name)));
    }

    static Stream<String> limited() {
        return observed().filter(name -> field(name).limits().hardMin() != null);
    }

    private static boolean isMeasured(DictionaryField field) {
        return field.unit() != null && (field.kind() == FieldKind.QUANTITY || field.kind() == FieldKind.COMPUTED);
    }

    private static boolean isPressure(DictionaryField field) {
        return "mm[Hg]".equals(field.unit());
    }

    private static DictionaryField field(String name) {
        return Dictionary.anc().require(name);
    }

    private static Type valid(DictionaryField field) {
        return switch (field.kind()) {
            case QUANTITY, COMPUTED, INTEGER -> number(field, field.limits().hardMin());
            case DATE -> new DateTimeType("2026-10-01");
            case CODED -> coded(field);
            default -> new BooleanType(false);
        };
    }

    private static CodeableConcept coded(DictionaryField field) {
        var code = field.answers().get(0).coding();
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(code.system()).setCode(code.code());
        return concept;
    }

    private static Type number(DictionaryField field, @Nullable BigDecimal value) {
        var number = value == null ? BigDecimal.ONE : value;
        return field.kind() == FieldKind.INTEGER
                ? new IntegerType(number.intValueExact())
                : quantity(number.toPlainString(), String.valueOf(field.unit()));
    }

    private static Quantity quantity(String value, String unit) {
        return new Quantity()
                .setValue(new BigDecimal(value))
                .setUnit(unit)
                .setSystem(SystemUris.UCUM)
                .setCode(unit);
    }

    private static BigDecimal required(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value);
    }

    private static List<String> problems(String name, Type value) {
        var primary = field(name).primary();
        var observation = begun("anc-observation").setValue(value);
        observation.getCode().addCoding().setSystem(primary.system()).setCode(primary.code());
        return TheGuide.VALIDATOR.problems(observation);
    }

    private static Observation begun(String profile) {
        var observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setSubject(new Reference("Patient/nimali"))
                .setEncounter(new Reference("Encounter/nimali-contact-1"))
                .setEffective(new DateTimeType("2026-11-02T09:10:00+05:30"))
                .addPerformer(new Reference("Practitioner/midwife-kumari"));
        observation.getMeta().addProfile("https://ancregistry.org/fhir/StructureDefinition/" + profile);
        return observation;
    }
}
