package org.ancregistry.portals.mother;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "55, 0", "56, 8", "139, 16", "140, 20", "195, 24", "196, 28", "266, 38", "287, 41", "308, 41"})
    void knowsTheStretchOfThatDay(int days, int begins) {
        assertThat(Stage.on(days).orElseThrow().begins()).isEqualTo(begins);
    }

    @Test
    void speaksOfMovementsFromTheTwentyEighthWeek() {
        assertThat(Stage.on(195).orElseThrow().speaksOfMovements()).isFalse();
        assertThat(Stage.on(196).orElseThrow().speaksOfMovements()).isTrue();
    }

    @Test
    void saysNothingBeforeAndLongAfter() {
        assertThat(Stage.on(-1)).isEmpty();
        assertThat(Stage.on(309)).isEmpty();
        assertThat(Stage.on(300).orElseThrow().left()).isZero();
        assertThat(Stage.on(300).orElseThrow().x()).isEqualTo(310);
    }
}
