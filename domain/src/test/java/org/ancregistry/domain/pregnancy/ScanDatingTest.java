package org.ancregistry.domain.pregnancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScanDatingTest {

    @Test
    void countsFromTheDayOfTheScan() {
        var dating = Dating.byScan(LocalDate.of(2026, 9, 1), new GestationalAge(12, 3));
        assertThat(dating.source()).isEqualTo(Dating.Source.ULTRASOUND);
        assertThat(dating.ageOn(LocalDate.of(2026, 9, 1))).contains(new GestationalAge(12, 3));
        assertThat(dating.edd()).isEqualTo(LocalDate.of(2027, 3, 13));
    }
}
