package org.ancregistry.operations.evaluatemeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ancregistry.operations.evaluatemeasure.Breakdown.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallNumbersTest {

    private static final String MAY = "2026-05";

    @ParameterizedTest
    @CsvSource({
        "5, 0, false",
        "5, 5, false",
        "10, 5, false",
        "4, 0, true",
        "1, 1, true",
        "10, 4, true",
        "10, 1, true",
        "10, 9, true",
        "10, 6, true"
    })
    void leavesOutFewerThanFiveOnEitherSide(long denominator, long numerator, boolean leftOut) {
        var may = new Stratum(MAY, denominator, numerator);
        assertThat(SmallNumbers.LEFT_OUT.leaveOut(may)).isEqualTo(leftOut);
        assertThat(SmallNumbers.LEFT_OUT.among(List.of(may))).isEqualTo(leftOut ? Set.of(MAY) : Set.of());
        assertThat(SmallNumbers.SHOWN.among(List.of(may))).isEmpty();
    }

    @Test
    void leavesOutASecondStratumSoThatTheFirstCannotBeWorkedOut() {
        var small = SmallNumbers.LEFT_OUT.among(
                List.of(new Stratum(MAY, 40, 20), new Stratum("2026-06", 8, 2), new Stratum("2026-07", 30, 15)));
        assertThat(small).containsExactlyInAnyOrder("2026-06", "2026-07");
    }

    @Test
    void hidesNoAverageOfManyMothers() {
        assertThat(SmallNumbers.LEFT_OUT.leaveOut(new Stratum(MAY, 10, 55))).isFalse();
    }

    @Test
    void takesWholeMonthsOnly() {
        SmallNumbers.requireWholeMonths(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 30));
        assertThatThrownBy(() -> SmallNumbers.requireWholeMonths(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 4, 30)))
                .hasMessageContaining("whole months");
        assertThatThrownBy(() -> SmallNumbers.requireWholeMonths(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 29)))
                .hasMessageContaining("whole months");
    }
}
