package org.ancregistry.operations.evaluatemeasure;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * {@code Measure/$evaluate-measure} and {@code Measure/[id]/$evaluate-measure}, as FHIR R4 defines them. A district return has
 * many figures: at the type several may be asked for at once, and are answered in one Bundle.
 */
public final class EvaluateMeasureProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-evaluate-measure";
    private static final int WHOLE_DATE = "2000-01-01".length();

    private final Evaluating evaluating;

    public EvaluateMeasureProvider(Evaluating evaluating) {
        this.evaluating = evaluating;
    }

    @Operation(name = Evaluating.OPERATION, type = Measure.class, idempotent = true, canonicalUrl = DEFINITION)
    public Resource ofType(
            @OperationParam(name = "measure", min = 1, max = OperationParam.MAX_UNLIMITED) @Nullable
                    List<StringType> measures,
            @OperationParam(name = "periodStart", min = 1, max = 1) @Nullable DateType from,
            @OperationParam(name = "periodEnd", min = 1, max = 1) @Nullable DateType to,
            @OperationParam(name = "subject", max = 1) @Nullable StringType subject,
            @OperationParam(name = "reportType", max = 1) @Nullable CodeType reportType,
            RequestDetails request) {
        var asked = indicators(Given.present(measures, "measure"));
        var reports = reports(asked, from, to, subject, reportType, request);
        return reports.size() == 1 ? reports.get(0) : together(reports);
    }

    private static Bundle together(List<MeasureReport> reports) {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        reports.forEach(report -> bundle.addEntry().setResource(report));
        return bundle;
    }

    private static Set<Indicator> indicators(List<StringType> measures) {
        if (measures.isEmpty() || measures.size() > Indicator.values().length) {
            throw Problem.PARAMETER_INVALID
                    .because("Name at least one Measure of the guide, each once.")
                    .at("measure");
        }
        return measures.stream()
                .map(measure -> indicator(Given.required(measure, "measure")))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Operation(name = Evaluating.OPERATION, type = Measure.class, idempotent = true, canonicalUrl = DEFINITION)
    public MeasureReport ofInstance(
            @IdParam IdType measure,
            @OperationParam(name = "periodStart", min = 1, max = 1) @Nullable DateType from,
            @OperationParam(name = "periodEnd", min = 1, max = 1) @Nullable DateType to,
            @OperationParam(name = "subject", max = 1) @Nullable StringType subject,
            @OperationParam(name = "reportType", max = 1) @Nullable CodeType reportType,
            RequestDetails request) {
        return reports(Set.of(indicator(measure.getIdPart())), from, to, subject, reportType, request)
                .get(0);
    }

    private List<MeasureReport> reports(
            Set<Indicator> indicators,
            @Nullable DateType from,
            @Nullable DateType to,
            @Nullable StringType subject,
            @Nullable CodeType reportType,
            RequestDetails request) {
        var asked = new Evaluating.Question(
                indicators,
                day(Given.required(from, "periodStart"), "periodStart"),
                day(Given.required(to, "periodEnd"), "periodEnd"),
                Given.text(subject),
                reportType == null ? "summary" : Given.required(reportType, "reportType"));
        return evaluating.evaluate(Callers.of(request), asked);
    }

    /** By its id, its canonical address, or either with a version. */
    private static Indicator indicator(String measure) {
        var bare = measure.split("\\|", 2)[0];
        return Indicator.ofMeasure(bare.substring(bare.lastIndexOf('/') + 1))
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("The guide has no such Measure.")
                        .at("measure"));
    }

    private static LocalDate day(String text, String name) {
        if (text.length() != WHOLE_DATE) {
            throw wholeDay(name);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw wholeDay(name);
        }
    }

    private static Refusal wholeDay(String name) {
        return Problem.PARAMETER_INVALID
                .because("Give a whole day, like 2026-11-01.")
                .at(name);
    }
}
