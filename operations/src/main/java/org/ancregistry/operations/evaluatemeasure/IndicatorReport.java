package org.ancregistry.operations.evaluatemeasure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.operations.evaluatemeasure.Breakdown.Stratum;
import org.ancregistry.operations.evaluatemeasure.Evaluating.Question;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts.Cell;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts.Counted;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.ListResource.ListMode;
import org.hl7.fhir.r4.model.ListResource.ListStatus;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** What was counted, as a MeasureReport: the whole period, and strata for months, age groups and education. */
final class IndicatorReport {

    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";
    private static final String MEASURE = "https://ancregistry.org/fhir/Measure/";
    private static final String DENOMINATOR = "denominator";
    private static final String NUMERATOR = "numerator";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final int PLACES = 4;

    private final MeasureReport report = new MeasureReport();
    private final MeasureReportGroupComponent group = report.addGroup();

    private IndicatorReport(Indicator indicator, Question question, Instant counted) {
        report.setStatus(MeasureReportStatus.COMPLETE)
                .setType(MeasureReportType.SUMMARY)
                .setMeasure(MEASURE + indicator.measure())
                .setDate(Date.from(counted));
        report.getPeriod()
                .setStartElement(new DateTimeType(question.from().toString()))
                .setEndElement(new DateTimeType(question.to().toString()));
        if (question.subject() != null) {
            report.setReporter(new Reference(question.subject()));
        }
    }

    /** @param at when it was counted */
    static IndicatorReport of(
            Indicator indicator, Question question, List<Cell> cells, SmallNumbers small, Instant at) {
        var report = new IndicatorReport(indicator, question, at);
        var whole = Breakdown.whole(cells);
        var group = report.group;
        var hidden = small.leaveOut(whole);
        count(group.addPopulation().setCode(code(DENOMINATOR)).getCountElement(), whole.denominator(), hidden);
        count(group.addPopulation().setCode(code(NUMERATOR)).getCountElement(), whole.numerator(), hidden);
        if (whole.denominator() > 0 && !hidden) {
            group.setMeasureScore(score(whole));
        }
        if (!cells.isEmpty()) {
            Arrays.stream(Breakdown.values()).forEach(breakdown -> report.strata(breakdown, cells, small));
        }
        return report;
    }

    MeasureReport summary() {
        return report;
    }

    /** The women behind the numbers, as far as they may be named. */
    MeasureReport withSubjects(List<Counted> counted) {
        report.setType(MeasureReportType.SUBJECTLIST);
        list(DENOMINATOR, counted, 0);
        list(NUMERATOR, counted.stream().filter(Counted::met).toList(), 1);
        return report;
    }

    private void list(String name, List<Counted> counted, int population) {
        var list = new ListResource().setStatus(ListStatus.CURRENT).setMode(ListMode.SNAPSHOT);
        list.setId(name);
        counted.stream()
                .map(Counted::patient)
                .distinct()
                .forEach(patient -> list.addEntry().setItem(new Reference(patient)));
        report.addContained(list);
        group.getPopulation().get(population).setSubjectResults(new Reference("#" + name));
    }

    private void strata(Breakdown breakdown, List<Cell> cells, SmallNumbers small) {
        var stratifier = group.addStratifier().addCode(new CodeableConcept().setText(breakdown.code()));
        var strata = breakdown.of(cells);
        var left = small.among(strata);
        strata.forEach(one -> {
            var hidden = left.contains(one.value());
            var stratum = stratifier.addStratum().setValue(breakdown.concept(one));
            count(stratum.addPopulation().setCode(code(DENOMINATOR)).getCountElement(), one.denominator(), hidden);
            count(stratum.addPopulation().setCode(code(NUMERATOR)).getCountElement(), one.numerator(), hidden);
            if (!hidden) {
                stratum.setMeasureScore(score(one));
            }
        });
    }

    private static void count(IntegerType element, long number, boolean hidden) {
        if (hidden) {
            element.addExtension(ABSENT, new CodeType("masked"));
        } else {
            element.setValue(Math.toIntExact(number));
        }
    }

    private static CodeableConcept code(String kind) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(POPULATION).setCode(kind);
        return concept;
    }

    private static Quantity score(Stratum stratum) {
        return new Quantity()
                .setValue(BigDecimal.valueOf(stratum.numerator())
                        .divide(BigDecimal.valueOf(stratum.denominator()), PLACES, RoundingMode.HALF_UP));
    }
}
