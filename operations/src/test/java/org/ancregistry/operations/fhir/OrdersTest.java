package org.ancregistry.operations.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.domain.clinical.Dictionary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finding answers the order that asked for it, and none that came after it. */
class OrdersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-15",
                "2026-11-16",
                "2026-11",
                "2026-11-15T00:10:00+05:30",
                "2026-11-14T19:00:00Z",
                "2026-11-15T08:00:00+05:30"
            })
    void isAnsweredFromItsOwnDayOn(String found) {
        assertThat(answers(found)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-14", "2026-11-14T23:50:00+05:30", "2026-11-14T18:00:00Z"})
    void isNotAnsweredByWhatWasFoundBeforeIt(String found) {
        assertThat(answers(found)).isFalse();
    }

    @Test
    void isNotAnsweredByAnotherTest() {
        assertThat(Orders.answer(finding("urine_protein", "2026-11-16"), List.of(order())))
                .isEmpty();
    }

    private static boolean answers(String found) {
        var finding = finding("haemoglobin", found);
        var answered = Orders.answer(finding, List.of(order())).isPresent();
        assertThat(finding.hasBasedOn()).isEqualTo(answered);
        return answered;
    }

    private static ServiceRequest order() {
        var papers = new DeskPapers("Patient/1", new DateTimeType("2026-11-15T09:30:00+05:30"), "Practitioner/7", null);
        return Orders.of(AntenatalTest.FULL_BLOOD_COUNT, false, null, papers);
    }

    private static Observation finding(String field, String found) {
        var code = Dictionary.anc().require(field).primary();
        return new Observation()
                .setCode(new CodeableConcept(new Coding(code.system(), code.code(), null)))
                .setEffective(new DateTimeType(found));
    }
}
