package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleDefinition;
import org.ancregistry.domain.rules.Threshold;

/**
 * Where blood pressure and haemoglobin leave their range, by the clinical rules in use: a ministry that changes a rule moves
 * the line on the charts with it. Where that rule is switched off, the number that this registry ships counts.
 *
 * @param raised at or above which a blood pressure is high
 * @param severe at or above which it is very high
 * @param anaemia below which haemoglobin is low, by the weeks; earliest first
 * @param severeAnaemia below which it is very low at any week
 */
public record Limits(Pressure raised, Pressure severe, List<Stretch> anaemia, BigDecimal severeAnaemia) {

    private static final double LAST_WEEK = 45;

    public Limits {
        anaemia = List.copyOf(anaemia);
    }

    /** Upper and lower, in mmHg. */
    public record Pressure(BigDecimal systolic, BigDecimal diastolic) {

        /** {@code 140/90}. */
        public String text() {
            return plain(systolic) + "/" + plain(diastolic);
        }
    }

    /**
     * Weeks in which the same limit holds.
     *
     * @param to the first week in which it holds no more
     */
    public record Stretch(double from, double to, BigDecimal limit) {

        boolean holdsAt(double week) {
            return week >= from && week < to;
        }
    }

    public static Limits shipped() {
        return of(RuleBook.shipped());
    }

    public static Limits of(RuleBook rules) {
        return new Limits(
                pressure(rules, "R-HTN"),
                pressure(rules, "R-HTN-SEVERE"),
                Stream.of("R-ANAEMIA-T1", "R-ANAEMIA-T2", "R-ANAEMIA-T3")
                        .map(rule -> stretch(rules, rule))
                        .sorted(Comparator.comparingDouble(Stretch::from))
                        .toList(),
                number(rules, "R-ANAEMIA-SEVERE", "haemoglobin").orElseThrow());
    }

    private static Pressure pressure(RuleBook rules, String rule) {
        return new Pressure(
                number(rules, rule, "systolic").orElseThrow(),
                number(rules, rule, "diastolic").orElseThrow());
    }

    private static Stretch stretch(RuleBook rules, String rule) {
        return new Stretch(
                number(rules, rule, "from").map(BigDecimal::doubleValue).orElse(0.0),
                number(rules, rule, "until").map(last -> last.doubleValue() + 1).orElse(LAST_WEEK),
                number(rules, rule, "haemoglobin").orElseThrow());
    }

    private static Optional<BigDecimal> number(RuleBook rules, String rule, String name) {
        return Stream.of(rules, RuleBook.shipped())
                .flatMap(book -> book.definition(rule).stream())
                .filter(RuleDefinition::on)
                .findFirst()
                .flatMap(definition ->
                        Optional.ofNullable(definition.thresholds().get(name)))
                .map(Threshold::value);
    }

    /** Below which haemoglobin is low at that week; without a week the strictest, so that nothing low is overlooked. */
    Optional<BigDecimal> anaemiaAt(Optional<Double> week) {
        return anaemia.stream()
                .filter(stretch -> week.isEmpty() || stretch.holdsAt(week.get()))
                .map(Stretch::limit)
                .max(Comparator.naturalOrder());
    }

    /** {@code 11 (0+), 10.5 (13+)}: with the week from which each holds, where it changes with them. */
    String anaemiaText() {
        if (anaemia.stream().map(Stretch::limit).distinct().count() == 1) {
            return plain(anaemia.get(0).limit());
        }
        return anaemia.stream()
                .map(stretch -> plain(stretch.limit()) + " (" + Math.round(stretch.from()) + "+)")
                .collect(Collectors.joining(", "));
    }

    static String plain(BigDecimal number) {
        return Objects.requireNonNull(number).stripTrailingZeros().toPlainString();
    }
}
