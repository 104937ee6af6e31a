package org.ancregistry.operations.acknowledgeresults;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$acknowledge-results}. */
public final class AcknowledgeResultsProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-acknowledge-results";

    private final AcknowledgingResults acknowledging;

    public AcknowledgeResultsProvider(AcknowledgingResults acknowledging) {
        this.acknowledging = acknowledging;
    }

    @Operation(name = "$acknowledge-results", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters acknowledgeResults(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "order", max = -1) @Nullable List<Reference> orders,
            @OperationParam(name = "told", max = -1) @Nullable List<Reference> told,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .withAll("order", orders)
                .withAll("told", told);
        var asked = new AcknowledgeResults(
                patient,
                Given.required(requestId, "request-id"),
                content.text(),
                Given.locals(orders, "ServiceRequest", "order"),
                Given.locals(told, "Observation", "told"));
        if (asked.orders().isEmpty() && asked.told().isEmpty()) {
            throw Problem.PARAMETER_INVALID
                    .because("Say whose results you have looked at, or which she was told.")
                    .at("order");
        }
        return acknowledging.acknowledge(Callers.of(request), asked);
    }
}
