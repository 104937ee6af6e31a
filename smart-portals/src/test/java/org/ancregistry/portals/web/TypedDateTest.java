package org.ancregistry.portals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDateTest {

    @Test
    void readsADay() {
        assertThat(new TypedDate("14", "3", " 1997").date()).contains(LocalDate.of(1997, 3, 14));
    }

    @ParameterizedTest
    @CsvSource({"31,2,2026", "29,2,2026", "0,1,2026", "1,13,2026", "1,1,26", "a,1,2026", ",1,2026", "1,1,"})
    void isNoDayWhenTheCalendarHasNoSuchDay(String day, String month, String year) {
        var typed = new TypedDate(day, month, year);

        assertThat(typed.date()).isEmpty();
        assertThat(typed.isEmpty()).isFalse();
    }

    @Test
    void isEmptyOnlyWhenNothingWasTyped() {
        assertThat(new TypedDate("", " ", null).isEmpty()).isTrue();
        assertThat(new TypedDate("", "", "2026").isEmpty()).isFalse();
    }
}
