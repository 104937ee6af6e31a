package org.ancregistry.operations.graderisk;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Objects;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$grade-risk}. */
public final class GradeRiskProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-grade-risk";

    private final Grading grading;

    public GradeRiskProvider(Grading grading) {
        this.grading = grading;
    }

    @Operation(name = "$grade-risk", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters gradeRisk(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "assessment", min = 1, max = 1) @Nullable Reference assessment,
            @OperationParam(name = "grade", min = 1, max = 1) @Nullable CodeType grade,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("assessment", assessment)
                .with("grade", grade)
                .with("reason", reason);
        var asked = new GradeRisk(
                Given.required(requestId, "request-id"),
                content.text(),
                patient,
                Given.present(Given.local(assessment, "RiskAssessment", "assessment"), "assessment"),
                grade(Given.required(grade, "grade")),
                Objects.requireNonNullElse(Given.text(reason), ""));
        return grading.grade(Callers.of(request), asked);
    }

    private static RiskGrade grade(String code) {
        return RiskGrade.ofCode(code)
                .filter(grade -> grade != RiskGrade.NOT_ASSESSED)
                .orElseThrow(() -> Problem.PARAMETER_INVALID
                        .because("Give risk-grade-low, risk-grade-moderate, risk-grade-high or risk-grade-urgent.")
                        .at("grade"));
    }
}
