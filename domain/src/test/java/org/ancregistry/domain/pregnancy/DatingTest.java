package org.ancregistry.domain.pregnancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Occasion;
import org.junit.jupiter.api.Test;

class DatingTest {

    private static final LocalDate PERIOD = LocalDate.of(2026, 9, 1);
    private static final LocalDate BY_PERIOD = LocalDate.of(2027, 6, 8);

    @Test
    void countsTwoHundredAndEightyDaysFromThePeriod() {
        assertThat(dating(true, null, null)).isEqualTo(new Dating(BY_PERIOD, Dating.Source.LAST_PERIOD));
    }

    @Test
    void countsGestationalAgeFromTheDateOfDelivery() {
        var dating = dating(true, null, null);
        assertThat(dating.ageOn(PERIOD)).contains(new GestationalAge(0, 0));
        assertThat(dating.ageOn(PERIOD.plusDays(171)).orElseThrow()).hasToString("24+3");
        assertThat(dating.ageOn(PERIOD.plusWeeks(45))).contains(new GestationalAge(45, 0));
        assertThat(dating.ageOn(PERIOD.plusWeeks(45).plusDays(1))).isEmpty();
        assertThat(dating.ageOn(PERIOD.minusDays(1))).isEmpty();
    }

    @Test
    void keepsThePeriodWhenAnEarlyScanAgreesWithinAWeek() {
        assertThat(dating(true, BY_PERIOD.plusDays(7), PERIOD.plusWeeks(10)).source())
                .isEqualTo(Dating.Source.LAST_PERIOD);
    }

    @Test
    void prefersAnEarlyScanThatDiffersByMoreThanAWeek() {
        var edd = BY_PERIOD.plusDays(8);
        assertThat(dating(true, edd, PERIOD.plusWeeks(10))).isEqualTo(new Dating(edd, Dating.Source.ULTRASOUND));
    }

    @Test
    void allowsALaterScanTenDays() {
        assertThat(dating(true, BY_PERIOD.plusDays(10), PERIOD.plusWeeks(18)).source())
                .isEqualTo(Dating.Source.LAST_PERIOD);
        assertThat(dating(true, BY_PERIOD.minusDays(11), PERIOD.plusWeeks(18)).source())
                .isEqualTo(Dating.Source.ULTRASOUND);
    }

    @Test
    void keepsThePeriodAgainstALateScan() {
        assertThat(dating(true, BY_PERIOD.plusDays(30), PERIOD.plusWeeks(32)).source())
                .isEqualTo(Dating.Source.LAST_PERIOD);
    }

    @Test
    void prefersTheScanWhenThePeriodIsUncertain() {
        assertThat(dating(false, BY_PERIOD.plusDays(2), PERIOD.plusWeeks(12)).source())
                .isEqualTo(Dating.Source.ULTRASOUND);
    }

    @Test
    void takesWhateverIsKnown() {
        var scanOnly = new DatingEvidence(null, true, BY_PERIOD, null);
        assertThat(scanOnly.dating(PERIOD.plusWeeks(30)).orElseThrow().source()).isEqualTo(Dating.Source.ULTRASOUND);
        assertThat(new DatingEvidence(null, true, null, null).dating(PERIOD)).isEmpty();
    }

    @Test
    void readsTheAnswersOfARegistration() {
        var answers = Answers.review(
                        Map.of(
                                "gravida", new Answer.Counted(1),
                                "parity", new Answer.Counted(0),
                                "lmp", new Answer.Dated(PERIOD),
                                "lmp_certainty", new Answer.Chosen("lmp-certainty-uncertain"),
                                "ultrasound_edd", new Answer.Dated(BY_PERIOD.plusDays(1))),
                        Occasion.registration(PERIOD.plusWeeks(11)))
                .answers();
        assertThat(DatingEvidence.in(answers))
                .isEqualTo(new DatingEvidence(PERIOD, false, BY_PERIOD.plusDays(1), null));
    }

    @Test
    void refusesAnImpossibleAge() {
        assertThatThrownBy(() -> new GestationalAge(45, 1)).hasMessageContaining("45 weeks");
        assertThatThrownBy(() -> new GestationalAge(20, 7)).hasMessageContaining("45 weeks");
    }

    private static Dating dating(boolean certain, LocalDate scanEdd, LocalDate scanned) {
        return new DatingEvidence(PERIOD, certain, scanEdd, scanned)
                .dating(PERIOD.plusWeeks(12))
                .orElseThrow();
    }
}
