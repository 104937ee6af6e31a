package org.ancregistry.server.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void measuresEverythingUnlessToldWhat() {
        assertThat(Options.of().wants("register")).isTrue();
        assertThat(Options.of("all", "--quick").wants("summary")).isTrue();
        assertThat(Options.of("register").wants("summary")).isFalse();
    }

    @Test
    void refusesAWordItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("registre"))
                .withMessageContaining("“registre”");
    }
}
