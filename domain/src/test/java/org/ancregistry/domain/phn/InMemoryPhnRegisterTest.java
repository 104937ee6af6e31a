package org.ancregistry.domain.phn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryPhnRegisterTest {

    private static final String NIMALI = "Patient/nimali";
    private static final String KUMARI = "Patient/kumari";

    private final InMemoryPhnRegister register =
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka(), new SecureRandom()));

    @Test
    void givesAWomanOneNumberForEver() {
        var first = register.issue(NIMALI, "4054", "r1");
        var again = register.issue(NIMALI, "4054", "r2");
        assertThat(first.issued()).isTrue();
        assertThat(again).isEqualTo(new PhnRegister.Issued(first.phn(), false));
        assertThat(register.holderOf(first.phn())).contains(NIMALI);
    }

    @Test
    void answersARepeatedRequestAlike() {
        assertThat(register.issue(NIMALI, "4054", "r1")).isEqualTo(register.issue(NIMALI, "4054", "r1"));
        assertThatThrownBy(() -> register.issue(KUMARI, "4054", "r1")).hasMessageContaining("another patient");
        assertThat(register.reserve(3, "4054", "b1"))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .isEqualTo(register.reserve(3, "4054", "b1"));
    }

    @Test
    void bindsANumberToOneWomanOnly() {
        var phn = new Phn("4054X7K2Q9V");
        assertThat(register.bind(phn, NIMALI, "r1")).isTrue();
        assertThat(register.bind(phn, NIMALI, "r1")).isTrue();
        assertThat(register.bind(phn, KUMARI, "r2")).isFalse();
        assertThat(register.bind(new Phn("4054BCDFGHY"), NIMALI, "r3")).isFalse();
    }

    @Test
    void bindsAReservedNumber() {
        var phn = register.reserve(1, "4054", "b1").get(0);
        assertThat(register.bind(phn, NIMALI, "r1")).isTrue();
        assertThat(register.heldBy(NIMALI)).contains(phn);
    }

    @Test
    void neverUsesARetiredNumberAgain() {
        var phn = register.issue(NIMALI, "4054", "r1").phn();
        register.retire(phn);
        assertThat(register.retired(phn)).isTrue();
        assertThat(register.bind(phn, KUMARI, "r2")).isFalse();
        assertThat(register.holderOf(phn)).isEmpty();
    }

    @Test
    void refusesToReserveTooMany() {
        assertThatThrownBy(() -> register.reserve(101, "4054", "b1")).hasMessageContaining("1 and 100");
    }

    @Test
    void givesDifferentNumbersToManyAtOnce() {
        var issued = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> register.issue("Patient/" + i, "4054", "r" + i).phn())
                .toList();
        assertThat(issued).doesNotHaveDuplicates();
    }
}
