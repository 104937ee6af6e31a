package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.portals.registry.Figure.Count;
import org.ancregistry.portals.registry.Figure.Stratum;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupPopulationComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The indicators, as the registry counts them. */
public final class Figures {

    private final Registry registry;

    Figures(Registry registry) {
        this.registry = registry;
    }

    /**
     * Counts them all in one request.
     *
     * @param unit {@code Organization/…}; absent for all areas of the person
     */
    public List<Figure> count(
            HttpServletRequest request,
            Collection<Indicator> indicators,
            LocalDate from,
            LocalDate to,
            @Nullable String unit) {
        var asked = new Parameters();
        indicators.forEach(indicator -> asked.addParameter("measure", new StringType(indicator.measure())));
        asked.addParameter("periodStart", new DateType(from.toString()));
        asked.addParameter("periodEnd", new DateType(to.toString()));
        if (unit != null) {
            asked.addParameter("subject", new StringType(unit));
        }
        return read(registry.ask(
                request,
                client -> client.operation()
                        .onType(Measure.class)
                        .named("$evaluate-measure")
                        .withParameters(asked)
                        .execute()));
    }

    /** One report, or a Bundle of them; HAPI's client hands over either as a parameter. */
    private static List<Figure> read(Parameters wrapped) {
        var answer = wrapped.getParameterFirstRep().getResource();
        var reports = answer instanceof Bundle bundle
                ? bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource)
                : Stream.of(answer);
        return reports.filter(MeasureReport.class::isInstance)
                .map(MeasureReport.class::cast)
                .flatMap(report -> figure(report).stream())
                .toList();
    }

    private static Optional<Figure> figure(MeasureReport report) {
        var measure = report.getMeasure().substring(report.getMeasure().lastIndexOf('/') + 1);
        return Indicator.ofMeasure(measure).map(indicator -> figure(indicator, report.getGroupFirstRep()));
    }

    private static Figure figure(Indicator indicator, MeasureReportGroupComponent group) {
        var strata = new LinkedHashMap<String, List<Stratum>>();
        group.getStratifier()
                .forEach(by -> strata.put(
                        by.getCodeFirstRep().getText(),
                        by.getStratum().stream().map(Figures::stratum).toList()));
        return new Figure(
                indicator,
                count(group.getPopulation().stream()
                        .collect(Collectors.toMap(
                                one -> population(one.getCode()), MeasureReportGroupPopulationComponent::getCount))),
                strata);
    }

    private static Stratum stratum(StratifierGroupComponent stratum) {
        var value = stratum.getValue();
        return new Stratum(
                value.hasText() ? value.getText() : value.getCodingFirstRep().getCode(),
                count(stratum.getPopulation().stream()
                        .collect(Collectors.toMap(
                                one -> population(one.getCode()), StratifierGroupPopulationComponent::getCount))));
    }

    private static Count count(Map<String, Integer> populations) {
        return new Count(populations.getOrDefault("denominator", 0), populations.getOrDefault("numerator", 0));
    }

    private static String population(CodeableConcept code) {
        return code.getCodingFirstRep().getCode();
    }
}
