package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads what the rules said out of a summary. */
final class Risks {

    private static final String EXTENSIONS = "https://ancregistry.org/fhir/StructureDefinition/";
    private static final String GRADE = "risk-grade-";

    private final Function<Reference, @Nullable String> names;
    private final Function<DateTimeType, @Nullable LocalDate> days;

    /**
     * @param names who is meant by a reference, where the summary says it
     * @param days the day on which something was, where the clinics are
     */
    Risks(Function<Reference, @Nullable String> names, Function<DateTimeType, @Nullable LocalDate> days) {
        this.names = names;
        this.days = days;
    }

    /** The newest assessment that counts. */
    Optional<Risk> newest(List<RiskAssessment> assessments, List<DetectedIssue> issues) {
        return assessments.stream()
                .filter(assessment -> assessment.getStatus() == RiskAssessmentStatus.FINAL)
                .max(Comparator.comparing((RiskAssessment assessment) ->
                                assessment.getOccurrenceDateTimeType().getValue())
                        .thenComparing(
                                assessment -> assessment.getMeta().getLastUpdated(),
                                Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(assessment -> risk(assessment, open(issues)));
    }

    private static List<String> open(List<DetectedIssue> issues) {
        return issues.stream()
                .filter(issue -> issue.getStatus() == DetectedIssueStatus.FINAL && !issue.hasMitigation())
                .map(issue -> Words.code(issue.getCode()))
                .distinct()
                .toList();
    }

    private Risk risk(RiskAssessment assessment, List<String> open) {
        var given = assessment.getExtensionsByUrl(EXTENSIONS + "anc-grade-decision").stream()
                .reduce((earlier, later) -> later)
                .map(this::given)
                .orElse(null);
        var computed = grade(value(assessment.getExtensionByUrl(EXTENSIONS + "anc-risk-grade")));
        return new Risk(
                RecordReader.reference(assessment),
                days.apply(assessment.getOccurrenceDateTimeType()),
                given == null ? computed : given.grade(),
                computed,
                assessment.getPrediction().stream().map(Risks::reason).toList(),
                assessment.getExtensionsByUrl(EXTENSIONS + "anc-not-assessed").stream()
                        .map(rule -> Words.code((CodeableConcept) rule.getValue()))
                        .toList(),
                given,
                open);
    }

    private static Risk.Reason reason(RiskAssessmentPredictionComponent prediction) {
        var version = value(prediction.getExtensionByUrl(EXTENSIONS + "anc-rule-version"));
        return new Risk.Reason(
                Words.code(prediction.getOutcome()),
                version == null ? "" : version.primitiveValue(),
                prediction.hasQualitativeRisk() ? grade(prediction.getQualitativeRisk()) : null);
    }

    private Risk.Given given(Extension decision) {
        var reason = value(decision.getExtensionByUrl("reason"));
        return new Risk.Given(
                grade(value(decision.getExtensionByUrl("grade"))),
                reason == null ? null : reason.primitiveValue(),
                value(decision.getExtensionByUrl("by")) instanceof Reference by ? names.apply(by) : null,
                value(decision.getExtensionByUrl("at")) instanceof DateTimeType at ? days.apply(at) : null);
    }

    private static @Nullable Type value(@Nullable Extension extension) {
        return extension == null ? null : extension.getValue();
    }

    /** {@code high} of {@code risk-grade-high}. */
    private static String grade(@Nullable Element grade) {
        var code = grade instanceof CodeableConcept concept ? Words.code(concept) : "";
        return code.startsWith(GRADE) ? code.substring(GRADE.length()) : "not-assessed";
    }
}
