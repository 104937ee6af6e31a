package org.ancregistry.operations.importanc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnknownNumbersTest {

    @Test
    void findsANumberByItsAddressWhateverStandsBeforeIt() {
        var numbers = in("null, {}, " + entry("urn:uuid:a", "10.4") + ", " + entry("urn:uuid:b", "7.2"));
        assertThat(numbers.of("urn:uuid:a")).contains(new BigDecimal("10.4"));
        assertThat(numbers.of("urn:uuid:b")).contains(new BigDecimal("7.2"));
        assertThat(numbers.of("urn:uuid:c")).isEmpty();
    }

    @Test
    void takesNeitherOfTwoUnderOneAddress() {
        var numbers = in(entry("urn:uuid:a", "10.4") + ", " + entry("urn:uuid:a", "7.2"));
        assertThat(numbers.of("urn:uuid:a")).isEmpty();
    }

    @Test
    void writesOutNoNumberOfAMillionDigits() {
        assertThat(in(entry("urn:uuid:a", "1e999999")).of("urn:uuid:a")).isEmpty();
    }

    private static String entry(String address, String number) {
        return "{\"fullUrl\":\"" + address + "\",\"resource\":{\"valueDecimal\":" + number + "}}";
    }

    private static UnknownNumbers in(String entries) {
        return UnknownNumbers.in(("{\"entry\":[" + entries + "]}").getBytes(StandardCharsets.UTF_8));
    }
}
