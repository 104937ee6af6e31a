package org.ancregistry.domain.pregnancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContactDaysTest {

    private static final ContactDays WEEK = days(3, 9);

    @Test
    void comesBeforeAContactThatBeginsAndEndsLater() {
        assertThat(WEEK.comesBefore(days(10, 16))).isTrue();
        assertThat(days(10, 16).comesBefore(WEEK)).isFalse();
    }

    @Test
    void mayMeetTheDaysOfTheNext() {
        assertThat(WEEK.comesBefore(days(4, 10))).isTrue();
    }

    @Test
    void doesNotComeBeforeOneThatBeginsOnTheSameDayOrEndsNoLater() {
        assertThat(WEEK.comesBefore(days(3, 10))).isFalse();
        assertThat(WEEK.comesBefore(days(4, 9))).isFalse();
        assertThat(WEEK.comesBefore(days(5, 6))).isFalse();
    }

    @Test
    void doesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> days(9, 8));
    }

    private static ContactDays days(int first, int last) {
        return new ContactDays(LocalDate.of(2026, 8, first), LocalDate.of(2026, 8, last));
    }
}
