package org.ancregistry.operations.importanc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.operations.importanc.Sent.Value;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentValuesTest {

    private static final String SNOMED = "http://snomed.info/sct";

    private final SentValues values = new SentValues(
            new Findings(), UnknownNumbers.in("{}".getBytes(StandardCharsets.UTF_8)), ZoneId.of("Asia/Colombo"));

    @Test
    void readsAYes() {
        var value = read(fetalHeart().setValue(new BooleanType(true)));
        assertThat(value.isReadable()).isTrue();
        assertThat(value.said()).isEqualTo(new Answer.YesNo(true));
    }

    @Test
    void readsWhatIsSentForAYesWithoutAValue() {
        var value = read(fetalHeart());
        assertThat(value.isReadable()).isTrue();
        assertThat(value.said()).isNull();
    }

    @Test
    void readsNoYesWhereItIsSaidThatNothingIsKnown() {
        var heart = fetalHeart();
        heart.getDataAbsentReason().addCoding().setCode("not-performed");
        assertThat(read(heart).isReadable()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void readsNoYesOfAValueOfAnotherKindOrOfNone(Type value) {
        assertThat(read(fetalHeart().setValue(value)).isReadable()).isFalse();
    }

    static Stream<Type> unreadable() {
        return Stream.of(absent(new BooleanType()), absent(new IntegerType()), absent(new StringType()))
                .map(Type.class::cast)
                .flatMap(value -> Stream.of(
                        value,
                        new CodeableConcept().setText("No"),
                        new Quantity(3).setComparator(QuantityComparator.LESS_THAN)));
    }

    private static Type absent(Type value) {
        value.addExtension("http://hl7.org/fhir/StructureDefinition/data-absent-reason", new StringType("unknown"));
        return value;
    }

    @Test
    void readsADayWhereTheClinicIs() {
        var lastPeriod = observation("vuDExM32SZ6", "http://loinc.org", "8665-2");
        lastPeriod.setValue(new DateTimeType("2025-08-31T18:30:00Z"));
        assertThat(read(lastPeriod).said()).isEqualTo(new Answer.Dated(LocalDate.of(2025, 9, 1)));
    }

    @Test
    void takesNoIllnessThatWasRefuted() {
        var refuted = new Condition();
        refuted.getVerificationStatus().addCoding().setCode("refuted");
        assertThat(SentValues.parts(refuted).orElseThrow().holds()).isFalse();
        assertThat(SentValues.parts(new Condition()).orElseThrow().holds()).isTrue();
    }

    private Value read(Resource resource) {
        return values.read(0, "urn:uuid:x", resource, SentValues.parts(resource).orElseThrow())
                .orElseThrow();
    }

    private static Observation fetalHeart() {
        return observation("xTsKEMPT2so", SNOMED, "249045009");
    }

    private static Observation observation(String element, String system, String code) {
        var observation = new Observation().setStatus(ObservationStatus.FINAL);
        observation.addIdentifier().setSystem("urn:dhis2:dataelement:uid").setValue(element);
        observation.getCode().addCoding().setSystem(system).setCode(code);
        return observation;
    }
}
