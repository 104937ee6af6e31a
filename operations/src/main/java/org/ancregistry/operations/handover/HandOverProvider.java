package org.ancregistry.operations.handover;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$hand-over}. */
public final class HandOverProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-hand-over";

    private final HandingOver handingOver;

    public HandOverProvider(HandingOver handingOver) {
        this.handingOver = handingOver;
    }

    @Operation(name = "$hand-over", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters handOver(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "action", min = 1, max = 1) @Nullable CodeType action,
            @OperationParam(name = "area", max = 1) @Nullable Reference area,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var content = new Content()
                .with("patient", id)
                .with("action", action)
                .with("area", area)
                .with("reason", reason);
        var asked = new HandOver(
                Given.reference(id),
                HandOverAction.of(Given.required(action, "action")),
                Given.required(requestId, "request-id"),
                content.text(),
                Given.local(area, "Organization", "area"),
                Given.text(reason));
        return handingOver.handOver(Callers.of(request), asked);
    }
}
