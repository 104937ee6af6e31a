package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.portals.chart.Axis;
import org.ancregistry.portals.chart.Band;
import org.ancregistry.portals.chart.Chart;
import org.ancregistry.portals.chart.Line;
import org.ancregistry.portals.chart.Reading;
import org.ancregistry.portals.chart.Threshold;

/**
 * The four charts of a pregnancy: blood pressure, haemoglobin, fundal height and weight by week.
 *
 * <p>Lines named on the charts: 140/90 and 160/110 mmHg (WHO SMART ANC DAK ANC.DT.17), haemoglobin 11 and 7 g/dL (ANC.DT.25;
 * severe anaemia by WHO's haemoglobin thresholds), fundal height weeks ± 2 cm from 20 to 36 weeks. A weight band is left out
 * until a national source for it is confirmed.
 */
public final class RecordCharts {

    static final BigDecimal HIGH_SYSTOLIC = BigDecimal.valueOf(140);
    static final BigDecimal HIGH_DIASTOLIC = BigDecimal.valueOf(90);
    static final double VERY_HIGH_SYSTOLIC = 160;
    static final double VERY_HIGH_DIASTOLIC = 110;
    static final BigDecimal LOW_HAEMOGLOBIN = BigDecimal.valueOf(11);
    static final BigDecimal VERY_LOW_HAEMOGLOBIN = BigDecimal.valueOf(7);
    private static final double FUNDAL_SPREAD = 2;

    private final MotherRecord record;
    private final Pregnancy pregnancy;
    private final LocalDate today;
    private final UnaryOperator<String> words;

    /**
     * All charts of a record; none where no pregnancy is open.
     *
     * @param words the text of a message key, in the reader's language
     */
    public static List<Chart> of(MotherRecord record, LocalDate today, UnaryOperator<String> words) {
        return record.pregnancy()
                .map(pregnancy -> new RecordCharts(record, pregnancy, today, words).all())
                .orElse(List.of());
    }

    /**
     * Prepares the charts of one record.
     *
     * @param words the text of a message key, in the reader's language
     */
    RecordCharts(MotherRecord record, Pregnancy pregnancy, LocalDate today, UnaryOperator<String> words) {
        this.record = record;
        this.pregnancy = pregnancy;
        this.today = today;
        this.words = words;
    }

    public Chart bloodPressure() {
        return chart(
                "bp",
                "systolic",
                new Axis(50, 170, 20),
                List.of(
                        Band.flat(Band.Tone.AMBER, HIGH_SYSTOLIC.doubleValue(), VERY_HIGH_SYSTOLIC),
                        Band.flat(Band.Tone.RED, VERY_HIGH_SYSTOLIC, 300)),
                List.of(
                        threshold(HIGH_SYSTOLIC.doubleValue(), "chart.bp.high", false),
                        threshold(HIGH_DIASTOLIC.doubleValue(), "chart.bp.high.diastolic", false),
                        threshold(VERY_HIGH_SYSTOLIC, "chart.bp.veryHigh", false),
                        threshold(VERY_HIGH_DIASTOLIC, "chart.bp.veryHigh.diastolic", false)),
                List.of(
                        line("systolic", false, value -> value.compareTo(HIGH_SYSTOLIC) >= 0),
                        line("diastolic", true, value -> value.compareTo(HIGH_DIASTOLIC) >= 0)));
    }

    public Chart haemoglobin() {
        return chart(
                "hb",
                "haemoglobin",
                new Axis(6, 14, 2),
                List.of(Band.flat(Band.Tone.OK, 11, 22), Band.flat(Band.Tone.RED, 0, 7)),
                List.of(threshold(11, "chart.hb.low", true), threshold(7, "chart.hb.severe", true)),
                List.of(line("haemoglobin", false, value -> value.compareTo(LOW_HAEMOGLOBIN) < 0)));
    }

    public Chart fundalHeight() {
        var readings = readings("fundal_height", value -> false).stream()
                .map(RecordCharts::markedOffWeeks)
                .toList();
        return chart(
                "sfh",
                "fundal_height",
                new Axis(10, 40, 5),
                List.of(Band.alongWeeks(Band.Tone.OK, 20, 36, FUNDAL_SPREAD)),
                List.of(),
                List.of(new Line(words.apply("chart.line.fundal_height"), false, readings)));
    }

    public Chart weight() {
        return chart(
                "wt",
                "weight",
                new Axis(45, 75, 5),
                List.of(),
                List.of(),
                List.of(line("weight", false, value -> false)));
    }

    List<Chart> all() {
        return List.of(bloodPressure(), haemoglobin(), fundalHeight(), weight());
    }

    private Chart chart(
            String id, String field, Axis axis, List<Band> bands, List<Threshold> thresholds, List<Line> lines) {
        var unit = Dictionary.anc().require(field).shownUnit();
        return new Chart(
                id,
                words.apply("chart." + id + ".title"),
                described(lines, unit),
                unit,
                words.apply("chart.weeks"),
                axis,
                bands,
                thresholds,
                lines,
                pregnancy.daysOn(today).stream()
                        .mapToDouble(RecordCharts::weeks)
                        .findFirst());
    }

    /** “systolic 108 (9) – 144 (31+4) mmHg”: the first and the last value of each line with their weeks. */
    private static String described(List<Line> lines, String unit) {
        return lines.stream()
                .filter(line -> !line.readings().isEmpty())
                .map(line -> line.name() + " " + at(line.readings().get(0)) + " – "
                        + at(line.readings().get(line.readings().size() - 1)) + " " + unit)
                .reduce((first, second) -> first + "; " + second)
                .orElse("");
    }

    private static String at(Reading reading) {
        return reading.value().toPlainString() + " (" + reading.weekText() + ")";
    }

    private Threshold threshold(double value, String key, boolean atEnd) {
        return new Threshold(value, words.apply(key), atEnd);
    }

    private Line line(String field, boolean second, Predicate<BigDecimal> outOfRange) {
        return new Line(words.apply("chart.line." + field), second, readings(field, outOfRange));
    }

    /** A second reading at the same contact stands beside the first. */
    private List<Reading> readings(String field, Predicate<BigDecimal> outOfRange) {
        var taken = new HashMap<String, Integer>();
        return record.findings().stream()
                .filter(finding -> finding.is(field) || finding.is("repeat_" + field))
                .filter(finding -> finding.number() != null && finding.on() != null)
                .flatMap(finding -> reading(taken(finding, field, taken), finding, outOfRange))
                .toList();
    }

    /** The same for both numbers of one blood pressure: the contact, first or second reading, and which of several. */
    private static String taken(Finding finding, String field, Map<String, Integer> taken) {
        var at = (finding.contact() == null ? finding.on() : finding.contact()) + (finding.is(field) ? " 1" : " 2");
        return at + "." + taken.merge(at, 1, Integer::sum);
    }

    private Stream<Reading> reading(String taken, Finding finding, Predicate<BigDecimal> outOfRange) {
        var number = Objects.requireNonNull(finding.number());
        return pregnancy.daysOn(Objects.requireNonNull(finding.on())).stream()
                .filter(days -> days >= 0)
                .map(days -> new Reading(
                        taken,
                        weeks(days),
                        Pregnancy.weeksText(days),
                        number.stripTrailingZeros(),
                        outOfRange.test(number)));
    }

    /** Further from the weeks than the band is wide, where the rule holds. */
    private static Reading markedOffWeeks(Reading reading) {
        var off = Math.abs(reading.value().doubleValue() - reading.week()) > FUNDAL_SPREAD;
        return new Reading(
                reading.taken(),
                reading.week(),
                reading.weekText(),
                reading.value(),
                off && reading.week() >= 20 && reading.week() <= 36);
    }

    private static double weeks(int days) {
        return days / 7.0;
    }
}
