package org.ancregistry.operations.importanc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentMotherTest {

    @ParameterizedTest
    @ValueSource(strings = {"199771400123", "1997 714 00123", " 1997-714-00123 ", "977140123v", "97714 0123 V"})
    void callsNoWomanByHerNationalIdNumberForEver(String typed) {
        assertThat(read(typed)).isEmpty();
        assertThat(SentMother.registrationNumber(registeredAs(typed))).isEmpty();
    }

    @Test
    void callsHerByWhatIsMadeOfHerRegistrationNumber() {
        var source = read("ANC 4711").orElseThrow().source();
        assertThat(source).startsWith("mother/regno/").doesNotContain("4711");
        assertThat(read("ANC 4711").orElseThrow().source()).isEqualTo(source);
        assertThat(read("ANC 4712").orElseThrow().source()).isNotEqualTo(source);
    }

    private static Optional<Sent.Mother> read(String registrationNumber) {
        var entry = new BundleEntryComponent().setResource(registeredAs(registrationNumber));
        return new SentMother(new Findings()).read(0, entry);
    }

    private static Patient registeredAs(String registrationNumber) {
        var woman = new Patient();
        woman.addIdentifier().setSystem(SentMother.REGISTRATION_NUMBER).setValue(registrationNumber);
        return woman;
    }
}
