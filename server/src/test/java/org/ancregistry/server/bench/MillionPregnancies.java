package org.ancregistry.server.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.indicators.Denominator;
import org.ancregistry.domain.indicators.Indicator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;

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

    /** How long all indicators took, each for all areas and six years by month, age and education. */
    String measured() {
        stage.database()
                .execute("update housekeeping set due_at = now() + interval '1 year' where job = 'indicator-facts'");
        stage.database().execute(insert());
        stage.database().tidy();
        return told("one after another", timed(this::oneByOne)) + "\n" + told("in one request", timed(this::atOnce));
    }

    private void oneByOne() {
        for (var indicator : Indicator.values()) {
            requireCounted(answer(MeasureReport.class, "/" + indicator.measure() + "/$evaluate-measure?"));
        }
    }

    private void atOnce() {
        var all = Arrays.stream(Indicator.values())
                .map(indicator -> "measure=" + indicator.measure() + "&")
                .collect(Collectors.joining());
        var reports = answer(Bundle.class, "/$evaluate-measure?" + all);
        reports.getEntry().forEach(entry -> requireCounted((MeasureReport) entry.getResource()));
    }

    private <R extends Resource> R answer(Class<R> type, String asked) {
        var visitor = stage.reports();
        return visitor.answer(type, visitor.get("/Measure" + asked + "periodStart=2020-01-01&periodEnd=2026-12-31"));
    }

    private static Duration timed(Runnable counting) {
        var begun = System.nanoTime();
        counting.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String told(String how, Duration took) {
        return String.format(
                Locale.ROOT,
                "indicators: %d over %d pregnancies %s in %.1f s (goal ≤ %d s) %s",
                Indicator.values().length,
                number,
                how,
                took.toMillis() / 1000.0,
                GOAL.toSeconds(),
                took.compareTo(GOAL) <= 0 ? "reached" : "missed");
    }

    private void requireCounted(MeasureReport report) {
        var counted = report.getGroupFirstRep().getPopulationFirstRep().getCount();
        if (counted < number) {
            throw new IllegalStateException(report.getMeasure() + " counted " + counted + " of " + number);
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
        return "insert into pregnancy_fact (pregnancy, patient, unit, facility, begins, age_group, education, "
                + columns + ") select"
                + " 'EpisodeOfCare/bench-' || i, 'Patient/bench-' || i, 'Organization/area-' || i % 2000,"
                + " 'Organization/clinic-' || i % 400, date '2021-01-01' + i % 1800,"
                + " (array['0-14', '15-19', '20-34', '35+'])[1 + i % 4], 'ANC.B6.DE' || 2 + i % 5, " + values
                + " from generate_series(1, " + number + ") as i";
    }
}
