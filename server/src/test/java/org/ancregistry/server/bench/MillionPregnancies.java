package org.ancregistry.server.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.indicators.Denominator;
import org.ancregistry.domain.indicators.Indicator;
import org.hl7.fhir.r4.model.MeasureReport;

/** Counts every indicator over a million pregnancies, which are put into the table of facts directly. */
final class MillionPregnancies {

    private static final int MANY = 1_000_000;
    private static final int FEW = 10_000;
    private static final Duration GOAL = Duration.ofSeconds(60);

    private final Stage stage;
    private final int number;

    MillionPregnancies(Stage stage, boolean quick) {
        this.stage = stage;
        this.number = quick ? FEW : MANY;
    }

    /** One line: how long all indicators took one after another, each for all areas and six years by month. */
    String measured() {
        stage.database()
                .execute("update housekeeping set due_at = now() + interval '1 year' where job = 'indicator-facts'");
        stage.database().execute(insert());
        stage.database().tidy();
        var visitor = stage.reports();
        var begun = System.nanoTime();
        for (var indicator : Indicator.values()) {
            var report = visitor.answer(
                    MeasureReport.class,
                    visitor.get("/Measure/" + indicator.measure()
                            + "/$evaluate-measure?periodStart=2020-01-01&periodEnd=2026-12-31"));
            requireCounted(indicator, report);
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return String.format(
                Locale.ROOT,
                "indicators: %d over %d pregnancies in %.1f s (goal ≤ %d s) %s",
                Indicator.values().length,
                number,
                took.toMillis() / 1000.0,
                GOAL.toSeconds(),
                took.compareTo(GOAL) <= 0 ? "reached" : "missed");
    }

    private void requireCounted(Indicator indicator, MeasureReport report) {
        var counted = report.getGroupFirstRep().getPopulationFirstRep().getCount();
        if (counted < number) {
            throw new IllegalStateException(indicator.id() + " counted " + counted + " of " + number);
        }
    }

    private String insert() {
        var days = Arrays.stream(Denominator.values())
                .map(denominator -> "on_" + denominator.name().toLowerCase(Locale.ROOT))
                .toList();
        var met = Arrays.stream(Indicator.values())
                .map(indicator -> "met_" + indicator.name().toLowerCase(Locale.ROOT))
                .toList();
        var columns = Stream.concat(days.stream(), met.stream()).collect(Collectors.joining(", "));
        var values = Stream.concat(
                        days.stream().map(day -> "date '2021-01-01' + i % 1800"),
                        met.stream().map(one -> "case when i % 3 = 0 then 1 else 0 end"))
                .collect(Collectors.joining(", "));
        return "insert into pregnancy_fact (pregnancy, patient, unit, facility, begins, " + columns + ") select"
                + " 'EpisodeOfCare/bench-' || i, 'Patient/bench-' || i, 'Organization/area-' || i % 2000,"
                + " 'Organization/clinic-' || i % 400, date '2021-01-01' + i % 1800, " + values
                + " from generate_series(1, " + number + ") as i";
    }
}
