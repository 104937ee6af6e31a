package org.ancregistry.operations.evaluatemeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallNumbersTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

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
        var small = SmallNumbers.in(List.of(new Month(MAY, denominator, numerator)));
        assertThat(small.total()).isEqualTo(leftOut);
        assertThat(small.months()).isEqualTo(leftOut ? Set.of(MAY) : Set.of());
    }

    @Test
    void leavesOutASecondMonthSoThatTheFirstCannotBeWorkedOut() {
        var small = SmallNumbers.in(List.of(
                new Month(MAY, 40, 20), new Month(MAY.plusMonths(1), 8, 2), new Month(MAY.plusMonths(2), 30, 15)));
        assertThat(small.total()).isFalse();
        assertThat(small.months()).containsExactlyInAnyOrder(MAY.plusMonths(1), MAY.plusMonths(2));
    }

    @Test
    void hidesNoAverageOfManyMothers() {
        assertThat(SmallNumbers.in(List.of(new Month(MAY, 10, 55))).total()).isFalse();
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
