package org.ancregistry.domain.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClinicWeekTest {

    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    @Test
    void knowsTheNextDaysOnWhichItIsHeld() {
        var week = new ClinicWeek(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), MORNING, 20);
        assertThat(week.isHeldOn(THURSDAY)).isTrue();
        assertThat(week.isHeldOn(THURSDAY.plusDays(1))).isFalse();
        assertThat(week.from(THURSDAY, 3)).containsExactly(THURSDAY, THURSDAY.plusDays(4), THURSDAY.plusDays(7));
        assertThat(new ClinicWeek(Set.of(DayOfWeek.WEDNESDAY), MORNING, 20).from(THURSDAY, 2))
                .containsExactly(THURSDAY.plusDays(6), THURSDAY.plusDays(13));
    }

    @Test
    void isHeldOnSomeDayForSomebody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinicWeek(Set.of(), MORNING, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinicWeek(Set.of(DayOfWeek.MONDAY), MORNING, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClinicWeek(Set.of(DayOfWeek.MONDAY), MORNING, 501));
    }
}
