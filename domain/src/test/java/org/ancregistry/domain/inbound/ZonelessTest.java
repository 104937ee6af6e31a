package org.ancregistry.domain.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonelessTest {

    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");

    @ParameterizedTest
    @CsvSource({
        "2025-09-04T07:37:47.106, 2025-09-04T07:37:47.106+05:30, true",
        "2025-09-03T00:00:00.000, 2025-09-03T00:00:00+05:30, true",
        "2025-09-04T07:37:47Z, 2025-09-04T07:37:47Z, false",
        "2025-09-04T07:37:47+02:00, 2025-09-04T07:37:47+02:00, false",
        "2025-09-04, 2025-09-04, false",
    })
    void addsAZoneOnlyWhereThereIsNone(String written, String text, boolean added) {
        assertThat(Zoneless.read(written, COLOMBO)).contains(new Zoneless(text, added));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-31T18:30:00Z, 2025-09-01",
        "2025-09-01T00:00:00.000, 2025-09-01",
        "2025-09-01, 2025-09-01",
        "2025-09-01T23:00:00-05:00, 2025-09-02",
    })
    void tellsTheDayOfTheClinic(String written, LocalDate day) {
        assertThat(Zoneless.read(written, COLOMBO).orElseThrow().day(COLOMBO)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025", "2025-09", "2025-02-30", "2025-09-04T25:00:00", "yesterday"})
    void readsNothingElse(String written) {
        assertThat(Zoneless.read(written, COLOMBO)).isEmpty();
    }

    @Test
    void keepsLastYearsEventsOutOfThisYearsPregnancy() {
        var span = new PregnancySpan(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 9, 30));
        assertThat(span.holds(LocalDate.of(2025, 12, 24))).isTrue();
        assertThat(span.holds(LocalDate.of(2025, 12, 23))).isFalse();
        assertThat(span.holds(LocalDate.of(2026, 11, 4))).isTrue();
        assertThat(span.holds(LocalDate.of(2026, 11, 5))).isFalse();
        var undated = new PregnancySpan(LocalDate.of(2026, 3, 2), null);
        assertThat(undated.holds(LocalDate.of(2025, 4, 20))).isFalse();
        assertThat(undated.holds(LocalDate.of(2025, 4, 21))).isTrue();
    }
}
