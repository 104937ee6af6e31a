package org.ancregistry.operations.assessrisk;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.Canon;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$assess-risk}. */
public final class AssessRiskProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-assess-risk";
    private static final int MOST_FINDINGS = 200;
    private static final int WHOLE_DATE = "2000-01-01".length();

    private final AssessingRisk assessing;

    public AssessRiskProvider(AssessingRisk assessing) {
        this.assessing = assessing;
    }

    @Operation(name = "$assess-risk", type = Patient.class, idempotent = true, canonicalUrl = DEFINITION)
    public Parameters assessRisk(
            @IdParam IdType id,
            @OperationParam(name = "on", max = 1) @Nullable DateType on,
            @OperationParam(name = "finding", max = -1) @Nullable List<ParametersParameterComponent> findings,
            RequestDetails request) {
        var given = findings == null
                ? List.<Resource>of()
                : findings.stream()
                        .map(ParametersParameterComponent::getResource)
                        .filter(Objects::nonNull)
                        .toList();
        if (given.size() > MOST_FINDINGS) {
            throw Problem.PARAMETER_INVALID
                    .because("At most " + MOST_FINDINGS + " findings are looked at: send those of this contact.")
                    .at("finding");
        }
        var patient = Given.reference(id);
        requireHers(patient, given);
        return assessing.of(Callers.of(request), patient, day(Given.text(on)), given);
    }

    /** What names another woman was sent by mistake, and would be judged as hers. */
    private static void requireHers(String patient, List<Resource> findings) {
        var ofAnother = findings.stream()
                .flatMap(finding -> Stream.of("subject", "patient").map(finding::getNamedProperty))
                .filter(Objects::nonNull)
                .flatMap(subject -> subject.getValues().stream())
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .anyMatch(subject -> subject.hasReference() && !Canon.isOf(patient, subject));
        if (ofAnother) {
            throw Problem.PARAMETER_INVALID
                    .because("A finding names somebody else than " + patient
                            + ": send her own findings, with her as the subject or with none.")
                    .at("finding");
        }
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        if (written != null && written.length() != WHOLE_DATE) {
            throw Problem.PARAMETER_INVALID
                    .because("Give the whole date, like 2026-05-14.")
                    .at("on");
        }
        return written == null ? null : LocalDate.parse(written);
    }
}
