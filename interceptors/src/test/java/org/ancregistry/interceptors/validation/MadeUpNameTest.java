package org.ancregistry.interceptors.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"spokn", "contact-dat", "valueQuantity", "_profile", "given:exact"})
    void isToldWhenItLooksLikeOne(String name) {
        assertThat(MadeUpName.told(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "199012345678", "x199012345678", "Nimali Perera", "නිමාලි", "<b>"})
    void isNotToldWhenItMayBeAPersons(String name) {
        assertThat(MadeUpName.told(name)).isEqualTo("…");
    }

    @Test
    void isNotToldWhenThereIsNone() {
        assertThat(MadeUpName.told(null)).isEqualTo("…");
    }
}
