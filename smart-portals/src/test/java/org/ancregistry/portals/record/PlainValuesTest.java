package org.ancregistry.portals.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.clinical.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a woman reads of her values, and what each means. */
class PlainValuesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "118, 74, bp.usual",
        "139, 89, bp.usual",
        "140, 80, bp.high",
        "120, 90, bp.high",
        "159, 109, bp.high",
        "160, 95, bp.veryHigh",
        "150, 110, bp.veryHigh"
    })
    void saysWhatABloodPressureMeans(String systolic, String diastolic, String meaning) {
        var value = of(visit(DAY, number("systolic", systolic), number("diastolic", diastolic)));
        assertThat(value.meaning()).isEqualTo(meaning);
        assertThat(value.number()).isEqualTo(systolic + "/" + diastolic + " mmHg");
        assertThat(value.on()).isEqualTo(DAY);
    }

    @Test
    void takesTheSecondReadingOfTheNewestContactThatHasBoth() {
        var earlier = visit(DAY.minusDays(30), number("systolic", "118"), number("diastolic", "70"));
        var now = visit(
                DAY,
                number("systolic", "144"),
                number("diastolic", "92"),
                number("repeat_systolic", "136"),
                number("repeat_diastolic", "86"));
        var half = visit(DAY.plusDays(1), number("systolic", "150"));
        assertThat(of(half, now, earlier))
                .extracting(PlainValue::number, PlainValue::meaning, PlainValue::on)
                .containsExactly("136/86 mmHg", "bp.usual", DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "6.9, haemoglobin.veryLow",
        "7, haemoglobin.low",
        "10.9, haemoglobin.low",
        "11, haemoglobin.usual",
        "12.5, haemoglobin.usual"
    })
    void saysWhatHaemoglobinMeans(String measured, String meaning) {
        assertThat(of(visit(DAY, number("haemoglobin", measured))).meaning()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"ANC.B9.DE31, rh.negative", "ANC.B9.DE30, rh.positive", "unknown, -"})
    void saysWhatTheRhFactorMeans(String code, String meaning) {
        assertThat(of(visit(DAY, coded("rh", code))))
                .extracting(PlainValue::answerCode, PlainValue::meaning, PlainValue::number)
                .containsExactly(code, meaning, null);
    }

    @Test
    void showsNothingThatIsNotThereOrWasEnteredInError() {
        var wrong = visit(DAY, true, number("systolic", "170"), number("diastolic", "115"), number("weight", "75"));
        assertThat(PlainValues.of(record(wrong), Limits.shipped())).isEmpty();
    }

    private static PlainValue of(Visit... visits) {
        var values = PlainValues.of(record(visits), Limits.shipped());
        assertThat(values).hasSize(1);
        return values.get(0);
    }

    private static Finding number(String field, String number) {
        return new Finding(Dictionary.anc().require(field), null, DAY, new BigDecimal(number), null, null, null, null);
    }

    private static Finding coded(String field, String code) {
        return new Finding(Dictionary.anc().require(field), null, DAY, null, code, null, null, null);
    }

    private static Visit visit(LocalDate on, Finding... findings) {
        return visit(on, false, findings);
    }

    private static Visit visit(LocalDate on, boolean inError, Finding... findings) {
        var at = on.atTime(9, 0).atZone(ZoneOffset.UTC);
        return new Visit(
                "Encounter/" + on,
                1,
                at,
                "field-clinic",
                null,
                null,
                null,
                null,
                null,
                inError,
                List.of(findings),
                List.of(),
                List.of());
    }

    private static MotherRecord record(Visit... visits) {
        return MotherRecordTest.with(List.of(visits), Optional.empty());
    }
}
