package org.ancregistry.portals.record;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.chart.Bar;
import org.ancregistry.portals.chart.Chart;
import org.ancregistry.portals.chart.Range;
import org.ancregistry.portals.chart.Reading;
import org.ancregistry.portals.chart.Threshold;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the charts of a record show; Nimali's child is due on 20 January 2027, so 15 April 2026 begins her pregnancy. */
class RecordChartsTest {

    private static final String HEADING = "id,version,title,severity,when,state,reason,source,action,core,thresholds\n";

    private final Bundle summary = FhirContext.forR4Cached()
            .newJsonParser()
            .parseResource(Bundle.class, MotherRecord.class.getResourceAsStream("nimali-summary.json"));

    /** A haemoglobin of 10.8 is low in the third trimester and not in the second: the rules say so, and the chart with them. */
    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({
        "2026-06-15, 10.8, LOW",
        "2026-08-20, 10.8, IN",
        "2026-08-20, 10.4, LOW",
        "2026-11-20, 10.8, LOW",
        "2026-11-20, 11, IN",
        "2026-11-20, 6.9, VERY_LOW"
    })
    void marksHaemoglobinByTheLimitOfItsWeeks(String on, String measured, Range range) {
        measured("haemoglobin", measured, on);

        assertThat(chart("hb", Limits.shipped()).lines().get(0).readings())
                .extracting(Reading::range)
                .containsExactly(range);
    }

    @Test
    void drawsAStepWhereTheLimitChangesWithTheWeeks() {
        assertThat(chart("hb", Limits.shipped()).thresholds())
                .extracting(Threshold::value, Threshold::label, Threshold::fromWeek, Threshold::toWeek)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(11.0, "chart.hb.low 11", 28.0, 45.0),
                        org.assertj.core.groups.Tuple.tuple(10.5, "chart.hb.low 10.5", 13.0, 28.0),
                        org.assertj.core.groups.Tuple.tuple(11.0, "", 0.0, 13.0));
    }

    /** A ministry that changes a rule moves the line, the mark and what is said about both. */
    @Test
    void movesTheLineWithTheRule() {
        var own = Limits.of(RuleBook.adapted(HEADING
                + "R-HTN,LK-1,Hypertension in pregnancy,high,contact,on,,Ministry,pressure-review,yes,"
                + "systolic=135 mm[Hg];diastolic=85 mm[Hg]\n"));
        measured("systolic", "138", "2026-11-20");

        var shipped = chart("bp", Limits.shipped());
        var moved = chart("bp", own);

        assertThat(values(shipped)).contains(140.0, 90.0).doesNotContain(135.0);
        assertThat(values(moved)).contains(135.0, 85.0, 160.0, 110.0).doesNotContain(140.0);
        assertThat(range(shipped, "138")).isEqualTo(Range.IN);
        assertThat(range(moved, "138")).isEqualTo(Range.HIGH);
        assertThat(moved.source()).isEqualTo("chart.source.own 135/85, 160/110");
    }

    /** By her body mass index with the first weight: 155 cm and 54.2 kg are 22.6. */
    @ParameterizedTest(name = "{0} cm, {1} kg")
    @CsvSource({
        "155, 54.2, 65.7, 70.2",
        "155, 44, 56.5, 62",
        "155, 62, 69, 73.5",
        "155, 80, 85, 89",
        "200, 100, 107, 111.5"
    })
    void marksTheWeightThatIsExpectedAtTheEnd(String height, String weight, double low, double high) {
        measured("height", height, "2026-06-15");
        measured("weight", weight, "2026-06-15");

        assertThat(chart("wt", Limits.shipped()).expected())
                .extracting(Bar::week, Bar::low, Bar::high)
                .containsExactly(40.0, low, high);
    }

    /** 22 July is 14 weeks. */
    @ParameterizedTest
    @CsvSource({"2026-07-21, true", "2026-07-22, false"})
    void expectsNoWeightWithoutOneOfTheFirstWeeks(String on, boolean expected) {
        measured("height", "155", on);
        measured("weight", "54.2", on);

        assertThat(chart("wt", Limits.shipped()).expected() != null).isEqualTo(expected);
    }

    @Test
    void expectsNoWeightWithoutHerHeight() {
        measured("weight", "54.2", "2026-06-15");

        assertThat(chart("wt", Limits.shipped()).expected()).isNull();
    }

    private Chart chart(String id, Limits limits) {
        return RecordCharts.of(
                        MotherRecord.of(summary, ZoneOffset.UTC).orElseThrow(),
                        LocalDate.of(2026, 11, 22),
                        limits,
                        RecordChartsTest::words)
                .stream()
                .filter(chart -> chart.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String words(String key, Object... arguments) {
        return arguments.length == 0
                ? key
                : key + " "
                        + String.join(
                                " ",
                                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    private static List<Double> values(Chart chart) {
        return chart.thresholds().stream().map(Threshold::value).toList();
    }

    private static Range range(Chart chart, String value) {
        return chart.lines().get(0).readings().stream()
                .filter(reading -> reading.value().toPlainString().equals(value))
                .map(Reading::range)
                .findFirst()
                .orElseThrow();
    }

    private void measured(String field, String value, String on) {
        var code = Dictionary.anc().require(field).primary();
        var unit = Dictionary.anc().require(field).unit();
        var found = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setEffective(new DateTimeType(on))
                .setValue(new Quantity().setValue(new BigDecimal(value)).setCode(unit));
        found.getCode().addCoding().setSystem(code.system()).setCode(code.code());
        summary.addEntry().setResource(found);
    }
}
