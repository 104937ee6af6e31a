package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.FieldKind;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleDefinition;
import org.ancregistry.domain.rules.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a measured value is out of range: blood pressure and haemoglobin by the lines that her charts draw, other
 * values by the limits of the clinical rules that are in use. What no rule in use speaks of is out of no range.
 */
public final class OutOfRange {

    /** The graver limit of a value stands before the other. */
    private static final List<Limit> LIMITS = List.of(
            new Limit("fhr", "R-FHR", "low", Side.BELOW, Mark.VERY_LOW),
            new Limit("fhr", "R-FHR", "high", Side.ABOVE, Mark.VERY_HIGH),
            new Limit("fhr", "R-FHR", "warn_low", Side.BELOW, Mark.LOW),
            new Limit("fhr", "R-FHR", "warn_high", Side.ABOVE, Mark.HIGH),
            new Limit("temperature", "R-FEVER", "temperature", Side.AT_LEAST, Mark.HIGH),
            new Limit("pulse", "R-PULSE", "low", Side.BELOW, Mark.LOW),
            new Limit("pulse", "R-PULSE", "high", Side.ABOVE, Mark.HIGH),
            new Limit("spo2", "R-SPO2", "saturation", Side.BELOW, Mark.LOW),
            new Limit("platelets", "R-PLT", "platelets", Side.BELOW, Mark.LOW),
            new Limit("glucose_fasting", "R-DM", "fasting", Side.AT_LEAST, Mark.VERY_HIGH),
            new Limit("glucose_fasting", "R-GDM", "fasting", Side.AT_LEAST, Mark.HIGH),
            new Limit("ogtt_fasting", "R-DM", "fasting", Side.AT_LEAST, Mark.VERY_HIGH),
            new Limit("ogtt_fasting", "R-GDM", "fasting", Side.AT_LEAST, Mark.HIGH),
            new Limit("ogtt_1h", "R-GDM", "one_hour", Side.AT_LEAST, Mark.HIGH),
            new Limit("ogtt_2h", "R-DM", "two_hours", Side.AT_LEAST, Mark.VERY_HIGH),
            new Limit("ogtt_2h", "R-GDM", "two_hours", Side.AT_LEAST, Mark.HIGH),
            new Limit("glucose_random", "R-DM", "random", Side.AT_LEAST, Mark.VERY_HIGH),
            new Limit("glucose_ppbs", "R-PPBS", "sugar", Side.AT_LEAST, Mark.HIGH));

    /** Answers that say of themselves that something is wrong. */
    private static final Set<String> ABNORMAL = Set.of(
            "ANC.B9.DE42", // HIV positive
            "ANC.B9.DE108", // syphilis positive
            "ANC.B9.DE72", // hepatitis B positive
            "ANC.B9.DE146", // protein in the urine, + to ++++
            "ANC.B9.DE147",
            "ANC.B9.DE148",
            "ANC.B9.DE149",
            "ANC.B9.DE152", // sugar in the urine
            "ANC.B9.DE153",
            "ANC.B9.DE154",
            "ANC.B9.DE155",
            "ANC.B9.DE134", // nitrite
            "ANC.B9.DE135",
            "ANC.B9.DE136",
            "ANC.B9.DE137",
            "ANC.B9.DE140", // leucocytes
            "ANC.B9.DE141",
            "ANC.B9.DE142",
            "ANC.B9.DE143",
            "ANC.B9.DE14", // placenta praevia
            "ANC.B9.DE15", // low placenta
            "ANC.B9.DE11", // too little amniotic fluid
            "ANC.B9.DE12", // too much
            "ANC.B7.DE100", // the baby moves less
            "ANC.B7.DE101"); // it does not move

    private final Limits limits;
    private final List<RuleDefinition> rules;

    private OutOfRange(Limits limits, List<RuleDefinition> rules) {
        this.limits = limits;
        this.rules = rules;
    }

    /** Which way a value is out of range, or that an answer is no good sign; the words are the last part of the page's messages. */
    public enum Mark {
        VERY_LOW("veryLow"),
        LOW("low"),
        HIGH("high"),
        VERY_HIGH("veryHigh"),
        ABNORMAL("abnormal"),
        DANGER("danger");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean isGrave() {
            return this != LOW && this != HIGH;
        }
    }

    private enum Side {
        BELOW,
        ABOVE,
        AT_LEAST
    }

    private record Limit(String field, String rule, String threshold, Side side, Mark mark) {

        boolean isCrossed(BigDecimal number, Threshold at) {
            var compared = number.compareTo(at.value());
            return switch (side) {
                case BELOW -> compared < 0;
                case ABOVE -> compared > 0;
                case AT_LEAST -> compared >= 0;
            };
        }
    }

    /** For staff: also by the limits of the rules in use. */
    public static OutOfRange by(RuleBook rules) {
        return new OutOfRange(
                Limits.of(rules),
                rules.definitions().stream().filter(RuleDefinition::on).toList());
    }

    /** For a woman: only what her own pages explain to her. */
    public static OutOfRange asChartsDraw(Limits limits) {
        return new OutOfRange(limits, List.of());
    }

    /** Absent where it is in range, and where nobody says what its range is. */
    public @Nullable Mark mark(Finding finding, MotherRecord record) {
        return of(finding, record.pregnancy()).orElse(null);
    }

    /**
     * Of the blood pressure that the visit shows last: a second reading counts, since the first is often high of haste.
     * Absent where it is in range.
     */
    public @Nullable Mark pressure(Visit visit) {
        var which = visit.pressures().size() > 1 ? "repeat_" : "";
        return pressure(
                visit.finding(which + "systolic").map(Finding::number).orElse(null),
                visit.finding(which + "diastolic").map(Finding::number).orElse(null));
    }

    /**
     * Empty where it is in range, and where nobody says what its range is.
     *
     * @param pregnancy whose weeks count where a limit differs by them
     */
    Optional<Mark> of(Finding finding, Optional<Pregnancy> pregnancy) {
        var number = finding.number();
        if (number == null) {
            return rules.isEmpty() ? Optional.empty() : byAnswer(finding);
        }
        return switch (finding.name()) {
            case "systolic", "repeat_systolic" -> Optional.ofNullable(pressure(number, null));
            case "diastolic", "repeat_diastolic" -> Optional.ofNullable(pressure(null, number));
            case "haemoglobin" -> Optional.ofNullable(haemoglobin(number, week(finding, pregnancy)));
            default -> byRules(finding, number);
        };
    }

    private static Optional<Mark> byAnswer(Finding finding) {
        if (finding.field().kind() == FieldKind.DANGER_SIGN) {
            return Optional.of(Mark.DANGER)
                    .filter(mark -> Boolean.TRUE.equals(finding.yes()) && !finding.is("danger_none"));
        }
        return Optional.of(Mark.ABNORMAL).filter(mark -> ABNORMAL.contains(String.valueOf(finding.answerCode())));
    }

    private Optional<Mark> byRules(Finding finding, BigDecimal number) {
        return LIMITS.stream()
                .filter(limit -> finding.is(limit.field()))
                .filter(limit -> threshold(limit, finding)
                        .filter(at -> limit.isCrossed(number, at))
                        .isPresent())
                .map(Limit::mark)
                .findFirst();
    }

    /** A limit in another unit than the value decides nothing. */
    private Optional<Threshold> threshold(Limit limit, Finding finding) {
        return rules.stream()
                .filter(rule -> rule.id().equals(limit.rule()))
                .flatMap(rule -> Optional.ofNullable(rule.thresholds().get(limit.threshold())).stream())
                .filter(at -> at.unit().equals(finding.field().unit()))
                .findFirst();
    }

    private static Optional<Double> week(Finding finding, Optional<Pregnancy> pregnancy) {
        var on = finding.on();
        return pregnancy
                .flatMap(present -> on == null ? Optional.empty() : present.daysOn(on))
                .filter(days -> days >= 0)
                .map(days -> days / 7.0);
    }

    /** Absent where both numbers, or the one that was taken, are in range. */
    @Nullable
    Mark pressure(@Nullable BigDecimal systolic, @Nullable BigDecimal diastolic) {
        if (isAtLeast(systolic, diastolic, limits.severe())) {
            return Mark.VERY_HIGH;
        }
        return isAtLeast(systolic, diastolic, limits.raised()) ? Mark.HIGH : null;
    }

    private static boolean isAtLeast(
            @Nullable BigDecimal systolic, @Nullable BigDecimal diastolic, Limits.Pressure limit) {
        return (systolic != null && systolic.compareTo(limit.systolic()) >= 0)
                || (diastolic != null && diastolic.compareTo(limit.diastolic()) >= 0);
    }

    private @Nullable Mark haemoglobin(BigDecimal number, Optional<Double> week) {
        if (number.compareTo(limits.severeAnaemia()) < 0) {
            return Mark.VERY_LOW;
        }
        return limits.anaemiaAt(week)
                .filter(limit -> number.compareTo(limit) < 0)
                .map(limit -> Mark.LOW)
                .orElse(null);
    }
}
