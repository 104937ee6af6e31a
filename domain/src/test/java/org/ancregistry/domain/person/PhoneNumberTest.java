package org.ancregistry.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"0771234567", "+94 77 123 4567", "0094-77-1234567", "077-123 4567", "771234567"})
    void isOneNumberHoweverItIsWritten(String typed) {
        assertThat(PhoneNumber.parse(typed)).contains(new PhoneNumber("771234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "12345678", "0000000000", "+99 999 999 9999"})
    void cannotBeComparedWhenItIsNoNumber(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "0771234567")
    void isMaskedInLogs(String typed) {
        assertThat(PhoneNumber.parse(typed).orElseThrow()).asString().doesNotContain("12345");
    }
}
