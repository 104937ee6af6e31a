package org.ancregistry.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.ancregistry.operations.fhir.Contacts;
import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactReadingTest {

    @ParameterizedTest
    @CsvSource({"field-clinic, true", "home-visit, true", "phone, false", "outcome, false"})
    void countsOnlyContactsAtWhichSheWasMet(String type, boolean met) {
        var contact = Contacts.finished(type, "Patient/1", new DateTimeType("2026-11-02"), "Practitioner/1");
        Contacts.inPregnancy(contact, "EpisodeOfCare/2", 1).setId("Encounter/3");
        var fact = new FactReading(ZoneId.of("Asia/Colombo")).of(contact).orElseThrow();
        assertThat(fact.rows())
                .singleElement()
                .satisfies(row -> assertThat(row).last().isEqualTo(met));
    }
}
