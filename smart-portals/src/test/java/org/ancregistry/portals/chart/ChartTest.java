package org.ancregistry.portals.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void tellsBothValuesOfTheNewestReading() {
        var chart = chart(
                new Line("upper", false, List.of(reading(9, "9+0", 108, false), reading(31, "31+0", 144, true))),
                new Line("lower", true, List.of(reading(9, "9+0", 70, false), reading(31, "31+0", 94, true))));

        assertThat(chart.latestValue()).isEqualTo("144/94");
        assertThat(chart.latestWeek()).isEqualTo("31+0");
        assertThat(chart.latestRange()).isEqualTo(Range.HIGH);
    }

    @Test
    void doesNotPutAnOldValueBesideANewOne() {
        var chart = chart(
                new Line("upper", false, List.of(reading(9, "9+0", 108, false), reading(31, "31+0", 118, false))),
                new Line("lower", true, List.of(reading(9, "9+0", 95, true))));

        assertThat(chart.latestValue()).isEqualTo("118");
        assertThat(chart.latestRange()).isEqualTo(Range.IN);
    }

    /** One lower number that was not taken must not push all later ones to another visit. */
    @Test
    void keepsInOneRowWhatWasTakenTogether() {
        var chart = chart(
                new Line(
                        "upper",
                        false,
                        List.of(
                                reading(9, "9", 108, false),
                                reading(13, "13", 106, false),
                                reading(31, "31", 144, true))),
                new Line("lower", true, List.of(reading(9, "9", 68, false), reading(31, "31", 94, true))));

        assertThat(chart.rows()).extracting(ChartTest::words).containsExactly("9: 108 68", "13: 106 –", "31: 144 94");
    }

    private static String words(Row row) {
        return row.weekText() + ": "
                + row.readings().stream()
                        .map(reading ->
                                reading.map(one -> one.value().toPlainString()).orElse("–"))
                        .collect(Collectors.joining(" "));
    }

    private static Reading reading(double week, String weekText, int value, boolean out) {
        return new Reading(weekText, week, weekText, BigDecimal.valueOf(value), out ? Range.HIGH : Range.IN);
    }

    private static Chart chart(Line... lines) {
        return new Chart(
                "bp",
                "Blood pressure",
                "",
                "mmHg",
                "weeks",
                new Axis(50, 170, 20),
                List.of(),
                List.of(),
                List.of(lines),
                OptionalDouble.empty(),
                null,
                null);
    }
}
