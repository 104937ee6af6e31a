package org.ancregistry.domain.indicators;

import static org.ancregistry.domain.indicators.TestCases.MONDAY;
import static org.ancregistry.domain.indicators.TestCases.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each indicator just below, at and just above its limit. */
class IndicatorTest {

    @ParameterizedTest
    @CsvSource({"84, true", "90, true", "91, false"})
    void countsAFirstContactUpToTwelveCompletedWeeks(int days, boolean met) {
        var one = registered(MONDAY).dated(days);
        assertThat(Indicator.ANC_IND_1.isMet(one.build())).isEqualTo(met);
    }

    @Test
    void countsAWomanOfWhomNobodyKnowsHowFarSheWasAndNotAsEarly() {
        var one = registered(MONDAY).build();
        assertThat(Indicator.ANC_IND_1.of().day(one)).contains(MONDAY);
        assertThat(Indicator.ANC_IND_1.isMet(one)).isFalse();
        assertThat(Indicator.IND_LK_1.isMet(one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"55, true", "56, false"})
    void countsARegistrationBeforeEightWeeks(int days, boolean met) {
        assertThat(Indicator.IND_LK_1.isMet(registered(MONDAY).dated(days).build()))
                .isEqualTo(met);
    }

    @Test
    void countsIronAndFolicAcidOnlyWhenAtEveryContact() {
        var one = registered(MONDAY)
                .found("iron", "yes", 1)
                .found("folic_acid", "yes", 1)
                .seen(2, MONDAY.plusWeeks(4))
                .found("iron", "yes", 2);
        assertThat(Indicator.ANC_IND_2.isMet(one.build())).isFalse();
        one.found("folic_acid", "yes", 2);
        assertThat(Indicator.ANC_IND_2.isMet(one.build())).isTrue();
        one.seen(3, MONDAY.plusWeeks(8));
        one.found("iron", "no", 3).found("folic_acid", "yes", 3);
        assertThat(Indicator.ANC_IND_2.isMet(one.build())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3, false, false", "4, true, false", "7, true, false", "8, true, true"})
    void countsContactsAndNotWhatWasAddedToThem(int contacts, boolean four, boolean eight) {
        var one = registered(MONDAY);
        for (var number = 2; number <= contacts; number++) {
            one.seen(number, MONDAY.plusWeeks(number));
        }
        one.seen(contacts, MONDAY.plusWeeks(20));
        assertThat(Indicator.ANC_IND_4.isMet(one.build())).isEqualTo(four);
        assertThat(Indicator.ANC_IND_5.isMet(one.build())).isEqualTo(eight);
    }

    @ParameterizedTest
    @CsvSource({"196, false", "197, true"})
    void countsAPressureAfterTwentyEightWeeks(int days, boolean met) {
        var one = registered(MONDAY).dated(days).found("systolic", "120", 1).build();
        assertThat(Indicator.ANC_IND_7.isMet(one)).isTrue();
        assertThat(Indicator.ANC_IND_8.isMet(one)).isEqualTo(met);
    }

    @Test
    void takesANoForANo() {
        var one = registered(MONDAY)
                .found("counselling_danger", "no", 1)
                .found("rubella", "rubella-no", 1)
                .found("ultrasound_done", "no", 1)
                .build();
        assertThat(Indicator.ANC_IND_6.isMet(one)).isFalse();
        assertThat(Indicator.IND_LK_5.isMet(one)).isFalse();
        assertThat(Indicator.ANC_IND_10.isMet(one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"167, true", "168, false"})
    void countsAScanBeforeTwentyFourWeeks(int days, boolean met) {
        var one = registered(MONDAY).dated(days).found("ultrasound_done", "yes", 1);
        assertThat(Indicator.ANC_IND_10.isMet(one.build())).isEqualTo(met);
        assertThat(Indicator.ANC_IND_10.of().day(one.build())).contains(MONDAY.plusDays(168 - days));
    }

    @ParameterizedTest
    @CsvSource({"2006-11-24, true", "2006-11-23, false", ", false"})
    void countsTeenagersByTheirAgeAtRegistration(LocalDate born, boolean met) {
        assertThat(Indicator.IND_LK_2.isMet(registered(MONDAY).born(born).build()))
                .isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"1, true, false", "2, false, false", "4, false, false", "5, false, true"})
    void countsFirstPregnanciesAndFifths(String gravida, boolean first, boolean fifth) {
        var one = registered(MONDAY).found("gravida", gravida, 1).build();
        assertThat(Indicator.IND_LK_3.isMet(one)).isEqualTo(first);
        assertThat(Indicator.IND_LK_4.isMet(one)).isEqualTo(fifth);
    }

    @ParameterizedTest
    @CsvSource({"18.4, true", "18.5, false"})
    void countsALowBodyMassIndexEarlyInPregnancy(String bmi, boolean met) {
        var early = registered(MONDAY).dated(84).found("bmi", bmi, 1).build();
        assertThat(Indicator.IND_LK_12.of().day(early)).contains(MONDAY);
        assertThat(Indicator.IND_LK_12.isMet(early)).isEqualTo(met);
        var late = registered(MONDAY).dated(91).found("bmi", bmi, 1).build();
        assertThat(Indicator.IND_LK_12.of().day(late)).isEmpty();
    }

    @Test
    void tellsHomeVisitsFromClinics() {
        var home = registered(MONDAY).seenAtHome(2, MONDAY.plusWeeks(1)).build();
        assertThat(Indicator.IND_LK_9.isMet(home)).isTrue();
        assertThat(home.clinicContacts()).isEqualTo(1);
    }

    @Test
    void addsUpClinicContactsForAnAverage() {
        var one = registered(MONDAY).seenAtHome(2, MONDAY.plusWeeks(1)).seen(3, MONDAY.plusWeeks(2));
        assertThat(Indicator.IND_LK_11.amount(one.build())).isEqualTo(2);
        assertThat(Indicator.IND_LK_10.amount(one.build())).isEqualTo(1);
        assertThat(Indicator.IND_LK_9.amount(registered(MONDAY).build())).isZero();
    }

    @Test
    void takesTheLaterOfTwoAnswersOfOneContact() {
        var one = registered(MONDAY).found("rubella", "rubella-no", 1).found("rubella", "rubella-yes", 1);
        assertThat(Indicator.IND_LK_5.isMet(one.build())).isTrue();
    }

    @Test
    void countsADoseOfTetanusVaccineOnlyWhenItWasGiven() {
        var one = registered(MONDAY).found("tt1_date", "yes", 1).found("tt2_date", "no", 1);
        assertThat(Indicator.IND_LK_6.isMet(one.build())).isFalse();
        assertThat(Indicator.IND_LK_6.isMet(one.found("tt3_date", "yes", 1).build()))
                .isTrue();
        var before = registered(MONDAY).found("ttcv_history", "ANC.B6.DE101", 1);
        assertThat(Indicator.IND_LK_6.isMet(before.build())).isTrue();
    }

    @Test
    void takesTwoTetanusDosesOfLongAgoForNoProtectionWithoutOneInThisPregnancy() {
        var before = registered(MONDAY)
                .dated(70)
                .found("tt1_date", "yes", MONDAY.minusYears(12))
                .found("tt2_date", "yes", MONDAY.minusDays(71));
        assertThat(Indicator.IND_LK_6.isMet(before.build())).isFalse();
        assertThat(Indicator.IND_LK_6.isMet(before.found("tt3_date", "yes", 1).build()))
                .isTrue();
        var undated = registered(MONDAY)
                .found("tt1_date", "yes", MONDAY.minusYears(12))
                .found("tt2_date", "yes", MONDAY.minusWeeks(41));
        assertThat(Indicator.IND_LK_6.isMet(undated.build())).isFalse();
        var onceInIt = registered(MONDAY)
                .found("tt1_date", "yes", MONDAY.minusYears(12))
                .found("tt2_date", "yes", MONDAY.minusWeeks(4));
        assertThat(Indicator.IND_LK_6.isMet(onceInIt.build())).isTrue();
    }

    @Test
    void takesABloodGroupWithoutRhForUnknown() {
        var one = registered(MONDAY).found("blood_group", "ANC.B9.DE25", 1);
        assertThat(Indicator.IND_LK_8.isMet(one.build())).isFalse();
        var unknown = registered(MONDAY).found("blood_group", "ANC.B9.DE25", 1).found("rh", "rh-unknown", 1);
        assertThat(Indicator.IND_LK_8.isMet(unknown.build())).isFalse();
        assertThat(Indicator.IND_LK_8.isMet(one.found("rh", "ANC.B9.DE31", 1).build()))
                .isTrue();
    }

    @Test
    void countsATestOnlyUpToTheDelivery() {
        var tested = registered(MONDAY).found("syphilis", "ANC.B9.DE109", 1);
        assertThat(Indicator.IND_LK_7.isMet(tested.gaveBirth(MONDAY).build())).isTrue();
        var late = registered(MONDAY.plusDays(1))
                .found("syphilis", "ANC.B9.DE109", 1)
                .gaveBirth(MONDAY);
        assertThat(Indicator.IND_LK_7.isMet(late.build())).isFalse();
    }

    /** Whom each indicator tells of: five women whose pregnancies ended each in another way. */
    @Test
    void countsAWomanByHowHerPregnancyEnded() {
        var gaveBirth = registered(MONDAY).gaveBirth(MONDAY.plusWeeks(20)).build();
        var miscarried = registered(MONDAY)
                .closed("ANC.End.4", MONDAY.plusWeeks(3))
                .found("miscarriage_date", MONDAY.plusWeeks(2).toString(), 1)
                .build();
        var moved = registered(MONDAY).closed("ANC.End.8", MONDAY.plusWeeks(5)).build();
        var wrong = registered(MONDAY).closed("ANC.End.10", MONDAY.plusWeeks(1)).build();
        var inCare = registered(MONDAY).build();

        assertThat(Denominator.CLOSED.day(gaveBirth)).contains(MONDAY.plusWeeks(20));
        assertThat(Denominator.CLOSED.day(miscarried)).contains(MONDAY.plusWeeks(2));
        assertThat(Denominator.CLOSED.day(moved)).contains(MONDAY.plusWeeks(5));
        assertThat(Denominator.CLOSED.day(wrong)).isEmpty();
        assertThat(Denominator.CLOSED.day(inCare)).isEmpty();

        assertThat(Denominator.ENDED.day(gaveBirth)).contains(MONDAY.plusWeeks(20));
        assertThat(Denominator.ENDED.day(miscarried)).contains(MONDAY.plusWeeks(2));
        assertThat(Denominator.ENDED.day(moved)).isEmpty();
        assertThat(Denominator.DELIVERED.day(gaveBirth)).contains(MONDAY.plusWeeks(20));
        assertThat(Denominator.DELIVERED.day(miscarried)).isEmpty();
    }

    @Test
    void doesNotCountAPregnancyThatWasOverBeforeTwentyFourWeeks() {
        var lost = registered(MONDAY)
                .dated(70)
                .closed("ANC.End.4", MONDAY.plusWeeks(4))
                .build();
        assertThat(Denominator.REACHED_24_WEEKS.day(lost)).isEmpty();
    }

    /** A mother who came late counts by the day of her registration, and her scan by its own day. */
    @Test
    void countsAWomanWhoRegisteredLate() {
        var late = registered(MONDAY)
                .dated(30 * 7)
                .found("ultrasound_date", MONDAY.minusWeeks(10).toString(), 1)
                .build();
        assertThat(Indicator.ANC_IND_1.isMet(late)).isFalse();
        assertThat(Indicator.ANC_IND_10.isMet(late)).isTrue();
        assertThat(Denominator.REACHED_24_WEEKS.day(late)).contains(MONDAY.minusWeeks(6));
    }

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void findsEachIndicatorByItsMeasure(Indicator indicator) {
        assertThat(Indicator.ofMeasure(indicator.measure())).contains(indicator);
        assertThat(indicator.measure()).matches("[a-z0-9-]+");
    }

    @ParameterizedTest
    @CsvSource({"0, 0-14", "14, 0-14", "15, 15-19", "19, 15-19", "20, 20-34", "34, 20-34", "35, 35+", "52, 35+"})
    void groupsWomenByTheirAgeAtRegistration(int years, String group) {
        assertThat(registered(MONDAY).born(MONDAY.minusYears(years)).build().ageGroup())
                .map(AgeGroup::code)
                .contains(group);
        assertThat(registered(MONDAY)
                        .born(MONDAY.minusYears(years + 1).plusDays(1))
                        .build()
                        .ageGroup())
                .map(AgeGroup::code)
                .contains(group);
    }

    @Test
    void knowsNoAgeWithoutABirthDateThatLiesBefore() {
        assertThat(registered(MONDAY).build().ageGroup()).isEmpty();
        assertThat(registered(MONDAY).born(MONDAY.plusYears(1)).build().ageGroup())
                .isEmpty();
    }

    @Test
    void takesTheEducationThatSheSaidLast() {
        var asked = registered(MONDAY)
                .found("education", "ANC.B6.DE3", 1)
                .seen(2, MONDAY.plusWeeks(4))
                .found("education", "ANC.B6.DE4", 2);
        assertThat(asked.build().education()).contains("ANC.B6.DE4");
    }
}
