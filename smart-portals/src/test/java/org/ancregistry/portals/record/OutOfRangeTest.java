package org.ancregistry.portals.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.record.OutOfRange.Mark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which word stands beside a value that is out of range. */
class OutOfRangeTest {

    private static final String HEADING = "id,version,title,severity,when,state,reason,source,action,core,thresholds";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "systolic, 139, -",
                "systolic, 140, HIGH",
                "repeat_systolic, 160, VERY_HIGH",
                "diastolic, 89, -",
                "repeat_diastolic, 110, VERY_HIGH",
                "haemoglobin, 11, -",
                "haemoglobin, 10.9, LOW",
                "haemoglobin, 6.9, VERY_LOW",
                "fhr, 110, -",
                "fhr, 109, LOW",
                "fhr, 99, VERY_LOW",
                "fhr, 161, HIGH",
                "fhr, 181, VERY_HIGH",
                "temperature, 37.9, -",
                "temperature, 38, HIGH",
                "pulse, 59, LOW",
                "pulse, 100, -",
                "pulse, 101, HIGH",
                "spo2, 91, LOW",
                "spo2, 92, -",
                "platelets, 99, LOW",
                "glucose_fasting, 91, -",
                "glucose_fasting, 92, HIGH",
                "glucose_fasting, 126, VERY_HIGH",
                "ogtt_1h, 180, HIGH",
                "ogtt_2h, 200, VERY_HIGH",
                "weight, 120, -"
            })
    void saysWhichWayAValueIsOutOfRange(String field, String number, Mark mark) {
        assertThat(OutOfRange.by(RuleBook.shipped())
                        .of(measured(field, number), Optional.empty())
                        .orElse(null))
                .isEqualTo(mark);
    }

    /** What a country's own table says counts here, too, and a rule that is off says nothing. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "on, low=90 /min;high=190 /min;warn_low=105 /min;warn_high=160 /min, -",
                "on, low=90 /min;high=190 /min;warn_low=115 /min;warn_high=160 /min, LOW",
                "off, low=90 /min;high=190 /min;warn_low=115 /min;warn_high=160 /min, -"
            })
    void keepsToTheRulesInUse(String state, String limits, Mark mark) {
        var own = RuleBook.adapted(HEADING + "\nR-FHR,LK-1,Fetal heart rate out of range,high,contact," + state
                + ",Own numbers,Ministry,repeat-then-refer,," + limits + "\n");
        assertThat(OutOfRange.by(own)
                        .of(measured("fhr", "108"), Optional.empty())
                        .orElse(null))
                .isEqualTo(mark);
    }

    /** She reads no word that none of her own pages explains. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            nullValues = "-",
            value = {"fhr, 99, -", "platelets, 50, -", "haemoglobin, 10.9, LOW", "systolic, 160, VERY_HIGH"})
    void tellsAWomanOnlyWhatHerPagesExplain(String field, String number, Mark mark) {
        assertThat(OutOfRange.asChartsDraw(Limits.shipped())
                        .of(measured(field, number), Optional.empty())
                        .orElse(null))
                .isEqualTo(mark);
    }

    private static Finding measured(String field, String number) {
        return new Finding(Dictionary.anc().require(field), null, null, new BigDecimal(number), null, null, null, null);
    }
}
