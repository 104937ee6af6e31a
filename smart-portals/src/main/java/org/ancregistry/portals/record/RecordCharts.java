package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.portals.chart.Axis;
import org.ancregistry.portals.chart.Band;
import org.ancregistry.portals.chart.Bar;
import org.ancregistry.portals.chart.Chart;
import org.ancregistry.portals.chart.Line;
import org.ancregistry.portals.chart.Range;
import org.ancregistry.portals.chart.Reading;
import org.ancregistry.portals.chart.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * The four charts of a pregnancy: blood pressure, haemoglobin, fundal height and weight by week.
 *
 * <p>Lines of blood pressure and haemoglobin are those of the clinical rules in use; fundal height has weeks ± 2 cm from 20
 * to 36 weeks; of weight only what WHO expects at the end is drawn.
 */
public final class RecordCharts {

    private static final double FUNDAL_SPREAD = 2;
    private static final double FUNDAL_FROM = 20;
    private static final double FUNDAL_TO = 36;

    private final MotherRecord record;
    private final Limits limits;
    private final OutOfRange range;
    private final Taken taken;
    private final Pregnancy pregnancy;
    private final LocalDate today;
    private final Wording words;

    /** The text of a message key, in the reader's language. */
    public interface Wording {

        String of(String key, Object... arguments);
    }

    /**
     * All charts of her present pregnancy, or of the last one, as they were when it ended: for those who care for her, since
     * a woman who lost a child is shown none of it unasked.
     */
    public static List<Chart> ofLast(MotherRecord record, LocalDate today, Limits limits, Wording words) {
        return record.ended()
                .map(ended -> new RecordCharts(
                                record, ended.pregnancy(), ended.on() == null ? today : ended.on(), limits, words)
                        .all())
                .orElseGet(() -> of(record, today, limits, words));
    }

    /** All charts of a record; none where no pregnancy is open. */
    public static List<Chart> of(MotherRecord record, LocalDate today, Limits limits, Wording words) {
        return record.pregnancy()
                .map(pregnancy -> new RecordCharts(record, pregnancy, today, limits, words).all())
                .orElse(List.of());
    }

    private RecordCharts(MotherRecord record, Pregnancy pregnancy, LocalDate today, Limits limits, Wording words) {
        this.record = record;
        this.limits = limits;
        this.range = OutOfRange.asChartsDraw(limits);
        this.taken = new Taken(record, pregnancy);
        this.pregnancy = pregnancy;
        this.today = today;
        this.words = words;
    }

    private List<Chart> all() {
        return List.of(bloodPressure(), haemoglobin(), fundalHeight(), weight());
    }

    private Chart bloodPressure() {
        var raised = limits.raised();
        var severe = limits.severe();
        return chart(
                "bp",
                "systolic",
                new Axis(40, 180, 20),
                List.of(
                        Band.flat(
                                Band.Tone.AMBER,
                                raised.systolic().doubleValue(),
                                severe.systolic().doubleValue()),
                        Band.flat(Band.Tone.RED, severe.systolic().doubleValue(), 300)),
                List.of(
                        threshold(raised.systolic(), "chart.bp.high", false),
                        threshold(raised.diastolic(), "chart.bp.high.diastolic", false),
                        threshold(severe.systolic(), "chart.bp.veryHigh", false),
                        threshold(severe.diastolic(), "chart.bp.veryHigh.diastolic", false)),
                List.of(line("systolic", false, this::marked), line("diastolic", true, this::marked)),
                null,
                source("bp", raised.text() + ", " + severe.text()));
    }

    private Chart haemoglobin() {
        var bands = new ArrayList<Band>();
        limits.anaemia()
                .forEach(stretch -> bands.add(Band.flat(
                        Band.Tone.OK,
                        stretch.from(),
                        stretch.to(),
                        stretch.limit().doubleValue(),
                        22)));
        bands.add(Band.flat(Band.Tone.RED, 0, limits.severeAnaemia().doubleValue()));
        var lines = anaemia();
        lines.add(threshold(limits.severeAnaemia(), "chart.hb.severe", true));
        return chart(
                "hb",
                "haemoglobin",
                new Axis(6, 14, 2),
                bands,
                lines,
                List.of(line("haemoglobin", false, this::marked)),
                null,
                source("hb", limits.anaemiaText() + ", " + Limits.plain(limits.severeAnaemia()) + " g/dL"));
    }

    /** A step for each stretch of weeks; of two with one limit only the later is labelled. */
    private List<Threshold> anaemia() {
        var lines = new ArrayList<Threshold>();
        var labelled = new HashSet<BigDecimal>();
        for (var i = limits.anaemia().size() - 1; i >= 0; i--) {
            var stretch = limits.anaemia().get(i);
            var label = labelled.add(stretch.limit().stripTrailingZeros())
                    ? words.of("chart.hb.low", Limits.plain(stretch.limit()))
                    : "";
            lines.add(new Threshold(stretch.limit().doubleValue(), label, true, stretch.from(), stretch.to()));
        }
        return lines;
    }

    private Chart fundalHeight() {
        return chart(
                "sfh",
                "fundal_height",
                new Axis(10, 40, 5),
                List.of(Band.alongWeeks(Band.Tone.OK, FUNDAL_FROM, FUNDAL_TO, FUNDAL_SPREAD)),
                List.of(),
                List.of(line("fundal_height", false, this::besideWeeks)),
                null,
                words.of("chart.sfh.source"));
    }

    private Chart weight() {
        var expected = ExpectedWeight.of(record, pregnancy);
        return chart(
                "wt",
                "weight",
                new Axis(45, 75, 5),
                List.of(),
                List.of(),
                List.of(line("weight", false, finding -> Range.UNKNOWN)),
                expected.map(weight -> weight.bar(words)).orElse(null),
                null);
    }

    private Chart chart(
            String id,
            String field,
            Axis axis,
            List<Band> bands,
            List<Threshold> thresholds,
            List<Line> lines,
            @Nullable Bar expected,
            @Nullable String source) {
        var unit = Dictionary.anc().require(field).shownUnit();
        return new Chart(
                id,
                words.of("chart." + id + ".title"),
                described(lines, unit),
                unit,
                words.of("chart.weeks"),
                axis,
                bands,
                thresholds,
                lines,
                pregnancy.daysOn(today).stream().mapToDouble(Taken::weeks).findFirst(),
                expected,
                source);
    }

    /** The guideline as long as its numbers stand; otherwise the numbers themselves. */
    private String source(String id, String numbers) {
        return limits.equals(Limits.shipped())
                ? words.of("chart." + id + ".source")
                : words.of("chart.source.own", numbers);
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

    private Threshold threshold(BigDecimal value, String key, boolean atEnd) {
        return new Threshold(value.doubleValue(), words.of(key, Limits.plain(value)), atEnd);
    }

    private Line line(String field, boolean second, Function<Finding, Range> ranges) {
        return new Line(words.of("chart.line." + field), second, taken.readings(field, ranges));
    }

    private Range marked(Finding finding) {
        var mark = range.mark(finding, record);
        return mark == null ? Range.IN : Range.valueOf(mark.name());
    }

    /** Further from the weeks than the band is wide, where the rule holds. */
    private Range besideWeeks(Finding finding) {
        var week = Taken.weeks(
                pregnancy.daysOn(Objects.requireNonNull(finding.on())).orElse(0));
        var off = Objects.requireNonNull(finding.number()).doubleValue() - week;
        if (week < FUNDAL_FROM || week > FUNDAL_TO) {
            return Range.UNKNOWN;
        }
        return off > FUNDAL_SPREAD ? Range.HIGH : (off < -FUNDAL_SPREAD ? Range.LOW : Range.IN);
    }
}
