package org.ancregistry.portals.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On paper the numbers of all charts stand in one table. */
class ReadingTableTest {

    @Test
    void putsWhatWasMeasuredInTheSameWeekBelowEachOther() {
        var tables = ReadingTable.of(List.of(
                chart(
                        "Blood pressure",
                        "mmHg",
                        new Line("upper", false, List.of(reading(9, "9", 108), reading(24.3, "24+2", 112))),
                        new Line("lower", true, List.of(reading(9, "9", 66), reading(24.3, "24+2", 70)))),
                chart("Haemoglobin", "g/dL", new Line("haemoglobin", false, List.of(reading(24.3, "24+2", 11))))));
        assertThat(tables).singleElement().satisfies(table -> {
            assertThat(table.weeks()).containsExactly("9", "24+2");
            assertThat(rows(table))
                    .containsExactly(
                            "Blood pressure, upper (mmHg): 108 112",
                            "Blood pressure, lower (mmHg): 66 70",
                            "Haemoglobin (g/dL): - 11");
        });
    }

    @Test
    void keepsBothReadingsOfAWeek() {
        var table = ReadingTable.of(List.of(chart(
                        "W", "kg", new Line("w", false, List.of(reading(9, "9", 54), reading(9, "9", 55))))))
                .get(0);
        assertThat(table.weeks()).containsExactly("9", "9");
        assertThat(rows(table)).containsExactly("W (kg): 54 55");
    }

    @Test
    void goesOnInAnotherTableWhereASheetEnds() {
        var readings = IntStream.range(8, 8 + ReadingTable.ACROSS + 1)
                .mapToObj(week -> reading(week, "" + week, week))
                .toList();
        assertThat(ReadingTable.of(List.of(chart("W", "kg", new Line("w", false, readings)))))
                .extracting(table -> table.weeks().size())
                .containsExactly(ReadingTable.ACROSS, 1);
    }

    @Test
    void isNotThereWhereNothingWasMeasured() {
        assertThat(ReadingTable.of(List.of(chart("W", "kg", new Line("w", false, List.of())))))
                .isEmpty();
    }

    private static List<String> rows(ReadingTable table) {
        return table.rows().stream()
                .map(row -> Stream.concat(
                                Stream.of(row.name() + ":"),
                                row.readings().stream()
                                        .map(one -> one.map(reading ->
                                                        reading.value().toPlainString())
                                                .orElse("-")))
                        .reduce((before, next) -> before + " " + next)
                        .orElseThrow())
                .toList();
    }

    private static Chart chart(String title, String unit, Line... lines) {
        return new Chart(
                "c",
                title,
                "",
                unit,
                "weeks",
                new Axis(0, 200, 20),
                List.of(),
                List.of(),
                List.of(lines),
                OptionalDouble.empty(),
                null,
                null);
    }

    private static Reading reading(double week, String text, int value) {
        return new Reading(text, week, text, BigDecimal.valueOf(value), Range.UNKNOWN);
    }
}
