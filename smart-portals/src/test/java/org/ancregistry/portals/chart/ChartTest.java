package org.ancregistry.portals.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void tellsBothValuesOfTheNewestReading() {
        var chart = chart(
                new Line("upper", false, List.of(reading(9, "9+0", 108, false), reading(31, "31+0", 144, true))),
                new Line("lower", true, List.of(reading(9, "9+0", 70, false), reading(31, "31+0", 94, true))));

        assertThat(chart.latestValue()).isEqualTo("144/94");
        assertThat(chart.latestWeek()).isEqualTo("31+0");
        assertThat(chart.latestOutOfRange()).isTrue();
    }

    @Test
    void doesNotPutAnOldValueBesideANewOne() {
        var chart = chart(
                new Line("upper", false, List.of(reading(9, "9+0", 108, false), reading(31, "31+0", 118, false))),
                new Line("lower", true, List.of(reading(9, "9+0", 95, true))));

        assertThat(chart.latestValue()).isEqualTo("118");
        assertThat(chart.latestOutOfRange()).isFalse();
    }

    private static Reading reading(double week, String weekText, int value, boolean out) {
        return new Reading(week, weekText, BigDecimal.valueOf(value), out);
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
                OptionalDouble.empty());
    }
}
