package org.ancregistry.operations.breakglass;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$break-glass}. */
public final class BreakGlassProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-break-glass";

    private final BreakingGlass breaking;

    public BreakGlassProvider(BreakingGlass breaking) {
        this.breaking = breaking;
    }

    @Operation(name = "$break-glass", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters breakGlass(
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "phn", min = 1, max = 1) @Nullable StringType phn,
            @OperationParam(name = "kind", max = 1) @Nullable CodeType kind,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        return breaking.open(
                Callers.of(request),
                Given.required(requestId, "request-id"),
                Given.required(phn, "phn"),
                Opening.of(Given.text(kind), Given.text(reason)));
    }
}
