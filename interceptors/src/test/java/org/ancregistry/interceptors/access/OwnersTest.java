package org.ancregistry.interceptors.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnersTest {

    @ParameterizedTest
    @CsvSource({
        "Patient/1, Patient/1",
        "Patient/a-b.c, Patient/a-b.c",
        "Patient/1/_history/2, Patient/1",
        "http://localhost/fhir/Patient/1, Patient/1",
        "http://localhost/fhir/Patient/1/_history/7, Patient/1"
    })
    void aReferenceToAWomanIsHers(String reference, String woman) {
        assertThat(Owners.of(about(reference))).containsExactly(woman);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Patient/", "Patient", "#1", "Practitioner/1", "Group/Patient", "urn:uuid:1", "patient/1"})
    void anotherReferenceIsNobodys(String reference) {
        assertThat(Owners.of(about(reference))).isEmpty();
    }

    @Test
    void whatRefersToNobodyIsNobodys() {
        assertThat(Owners.of(new Observation())).isEmpty();
    }

    @Test
    void severalAreAllOfThem() {
        assertThat(Owners.of(List.of(about("Patient/1"), about("Patient/2"), about("Patient/1"), about("Group/3"))))
                .containsExactlyInAnyOrder("Patient/1", "Patient/2");
    }

    private static Observation about(String reference) {
        var observation = new Observation();
        observation.setSubject(new Reference(reference));
        return observation;
    }
}
