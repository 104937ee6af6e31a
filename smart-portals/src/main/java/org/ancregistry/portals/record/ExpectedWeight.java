package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.portals.chart.Bar;

/**
 * What she is expected to weigh at 40 weeks: her weight at booking and the gain that WHO's antenatal care guideline expects
 * by her body mass index then (WHO SMART ANC DAK, ANC.B8.DE10 to DE14). What lies between has no source and is not drawn.
 */
record ExpectedWeight(BigDecimal low, BigDecimal high) {

    private static final double WEEK = 40;

    /** A weight that was taken up to 13 weeks and 6 days is near enough to that before the pregnancy. */
    private static final int EARLY_DAYS = 13 * 7 + 6;

    /** Gravest first: each from its body mass index on. */
    private static final List<Gain> GAINS = List.of(
            new Gain("30", "5", "9"),
            new Gain("25", "7", "11.5"),
            new Gain("18.5", "11.5", "16"),
            new Gain("0", "12.5", "18"));

    private record Gain(BigDecimal from, BigDecimal least, BigDecimal most) {

        Gain(String from, String least, String most) {
            this(new BigDecimal(from), new BigDecimal(least), new BigDecimal(most));
        }
    }

    /** Empty without her height, or without a weight of the first weeks. */
    static Optional<ExpectedWeight> of(MotherRecord record, Pregnancy pregnancy) {
        return record.latestNumber("height")
                .filter(height -> height.signum() > 0)
                .flatMap(height -> early(record, pregnancy).flatMap(weight -> of(height, weight)));
    }

    private static Optional<BigDecimal> early(MotherRecord record, Pregnancy pregnancy) {
        return record.findings().stream()
                .filter(finding -> finding.is("weight") && finding.number() != null && finding.on() != null)
                .filter(finding -> pregnancy
                        .daysOn(Objects.requireNonNull(finding.on()))
                        .filter(days -> days >= 0 && days <= EARLY_DAYS)
                        .isPresent())
                .findFirst()
                .map(Finding::number);
    }

    private static Optional<ExpectedWeight> of(BigDecimal height, BigDecimal weight) {
        var metres = height.movePointLeft(2);
        var index = weight.divide(metres.multiply(metres), 1, RoundingMode.HALF_UP);
        return GAINS.stream()
                .filter(gain -> index.compareTo(gain.from()) >= 0)
                .findFirst()
                .map(gain -> new ExpectedWeight(weight.add(gain.least()), weight.add(gain.most())));
    }

    Bar bar(RecordCharts.Wording words) {
        return new Bar(
                WEEK,
                low.doubleValue(),
                high.doubleValue(),
                words.of("chart.wt.expected", Limits.plain(low), Limits.plain(high)));
    }
}
