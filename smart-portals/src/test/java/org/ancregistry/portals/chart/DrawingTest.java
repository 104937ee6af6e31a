package org.ancregistry.portals.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Axis PRESSURE = new Axis(50, 170, 20);

    @Test
    void putsAReadingWhereItsWeekAndValueLie() {
        var drawing = chart(reading(24, 110, false)).drawn();

        assertThat(drawing.dots()).singleElement().satisfies(dot -> {
            assertThat(dot.x()).isEqualTo("192");
            assertThat(dot.y()).isEqualTo("78");
        });
    }

    @Test
    void drawsNoLineThroughOneReading() {
        assertThat(chart(reading(24, 110, false)).drawn().lines()).isEmpty();
    }

    @Test
    void growsForAValueAboveTheUsualInsteadOfCuttingItOff() {
        var drawing = chart(reading(20, 110, false), reading(24, 204, true)).drawn();

        assertThat(drawing.grid()).extracting(Drawing.Rule::label).contains("210");
        assertThat(drawing.dots().get(1).y()).isNotEqualTo("8");
        assertThat(drawing.lastValues()).extracting(Drawing.Label::text).containsExactly("204");
    }

    @Test
    void marksAReadingOutOfRangeWithASquare() {
        var dots =
                chart(reading(20, 110, false), reading(24, 144, true)).drawn().dots();

        assertThat(dots).extracting(Drawing.Dot::square).containsExactly(false, true);
    }

    @Test
    void makesRoomForAPregnancyPastTerm() {
        var drawing = chart(reading(41.5, 110, false)).drawn();

        assertThat(Double.parseDouble(drawing.dots().get(0).x())).isLessThanOrEqualTo(Drawing.RIGHT);
        assertThat(Double.parseDouble(drawing.weeks().get(8).x())).isLessThan(Drawing.RIGHT);
    }

    @Test
    void slopesABandThatFollowsTheWeeks() {
        var chart = new Chart(
                "sfh",
                "Fundal height",
                "",
                "cm",
                "weeks",
                new Axis(10, 40, 5),
                List.of(Band.alongWeeks(Band.Tone.OK, 18, 36, 2)),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                null,
                null);

        assertThat(chart.drawn().bands())
                .containsExactly(new Drawing.Shape("band ok", "M132.8 120L310.5 36L310.5 17.3L132.8 101.3Z"));
    }

    /** The label of the limit is set where the newest value does not cover it. */
    @Test
    void movesALabelOutOfTheWayOfTheReadings() {
        assertThat(limit(true, reading(10, 150, true), reading(38, 140, true)))
                .extracting(Drawing.Rule::labelAtEnd)
                .isEqualTo(false);
        assertThat(limit(true, reading(10, 140, true), reading(38, 110, false)))
                .extracting(Drawing.Rule::labelAtEnd)
                .isEqualTo(true);
        assertThat(limit(false, reading(10, 141, true), reading(38, 110, false)))
                .extracting(Drawing.Rule::labelAtEnd)
                .isEqualTo(true);
    }

    @Test
    void setsALabelBelowItsLineWhereTheTopWouldCutIt() {
        var top = chart(new Threshold(165, "165 very high", false), reading(20, 110, false))
                .drawn()
                .rules()
                .get(0);

        assertThat(Double.parseDouble(top.labelY())).isGreaterThan(Double.parseDouble(top.y()));
    }

    @Test
    void drawsALineForTheWeeksInWhichItHolds() {
        var step = chart(new Threshold(105, "105", true, 13, 28), reading(20, 110, false))
                .drawn()
                .rules()
                .get(0);

        assertThat(step).extracting(Drawing.Rule::x1, Drawing.Rule::x2).containsExactly("83.4", "231.5");
    }

    @Test
    void keepsTheNumberOfAReadingAtTheEndInsideTheFrame() {
        assertThat(chart(reading(39.5, 110, false)).drawn().lastValues())
                .extracting(Drawing.Label::before)
                .containsExactly(true);
        assertThat(chart(reading(20, 110, false)).drawn().lastValues())
                .extracting(Drawing.Label::before)
                .containsExactly(false);
    }

    private static Drawing.Rule limit(boolean atEnd, Reading... readings) {
        return chart(new Threshold(140, "140 high", atEnd), readings)
                .drawn()
                .rules()
                .get(0);
    }

    @Test
    void saysThatNothingWasMeasured() {
        assertThat(chart().empty()).isTrue();
    }

    private static Chart chart(Reading... readings) {
        return chart(new Threshold(140, "140 high", false), readings);
    }

    private static Chart chart(Threshold threshold, Reading... readings) {
        return new Chart(
                "bp",
                "Blood pressure",
                "Systolic blood pressure by week.",
                "mmHg",
                "weeks of pregnancy",
                PRESSURE,
                List.of(),
                List.of(threshold),
                List.of(new Line("systolic", false, List.of(readings))),
                OptionalDouble.empty(),
                null,
                null);
    }

    private static Reading reading(double week, int value, boolean outOfRange) {
        return new Reading(
                Double.toString(week),
                week,
                Integer.toString((int) week),
                BigDecimal.valueOf(value),
                outOfRange ? Range.HIGH : Range.IN);
    }
}
