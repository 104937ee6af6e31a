package org.ancregistry.operations.evaluatemeasure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.ancregistry.operations.evaluatemeasure.Evaluating.Question;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts.Counted;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts.Month;
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

/** What was counted, as a MeasureReport: the whole period, and a stratum for each month. */
final class IndicatorReport {

    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";
    private static final String MEASURE = "https://ancregistry.org/fhir/Measure/";
    private static final String DENOMINATOR = "denominator";
    private static final String NUMERATOR = "numerator";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final int PLACES = 4;

    private final MeasureReport report = new MeasureReport();
    private final MeasureReportGroupComponent group = report.addGroup();

    private IndicatorReport(Question question, Instant counted) {
        report.setStatus(MeasureReportStatus.COMPLETE)
                .setType(MeasureReportType.SUMMARY)
                .setMeasure(MEASURE + question.indicator().measure())
                .setDate(Date.from(counted));
        report.getPeriod()
                .setStartElement(new DateTimeType(question.from().toString()))
                .setEndElement(new DateTimeType(question.to().toString()));
        if (question.subject() != null) {
            report.setReporter(new Reference(question.subject()));
        }
    }

    /** @param at when it was counted */
    static IndicatorReport of(Question question, List<Month> months, SmallNumbers small, Instant at) {
        var counted = new IndicatorReport(question, at);
        var denominator = months.stream().mapToLong(Month::denominator).sum();
        var numerator = months.stream().mapToLong(Month::numerator).sum();
        count(counted.group.addPopulation().setCode(code(DENOMINATOR)).getCountElement(), denominator, small.total());
        count(counted.group.addPopulation().setCode(code(NUMERATOR)).getCountElement(), numerator, small.total());
        if (denominator > 0 && !small.total()) {
            counted.group.setMeasureScore(score(numerator, denominator));
        }
        counted.strata(months, small);
        return counted;
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

    private void strata(List<Month> months, SmallNumbers small) {
        if (months.isEmpty()) {
            return;
        }
        var stratifier = group.addStratifier().addCode(new CodeableConcept().setText("month"));
        months.forEach(month -> {
            var hidden = small.months().contains(month.month());
            var stratum = stratifier.addStratum();
            stratum.setValue(new CodeableConcept().setText(month.month().toString()));
            count(stratum.addPopulation().setCode(code(DENOMINATOR)).getCountElement(), month.denominator(), hidden);
            count(stratum.addPopulation().setCode(code(NUMERATOR)).getCountElement(), month.numerator(), hidden);
            if (!hidden) {
                stratum.setMeasureScore(score(month.numerator(), month.denominator()));
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

    private static Quantity score(long numerator, long denominator) {
        return new Quantity()
                .setValue(BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator), PLACES, RoundingMode.HALF_UP));
    }
}
