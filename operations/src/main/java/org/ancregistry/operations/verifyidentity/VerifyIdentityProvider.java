package org.ancregistry.operations.verifyidentity;

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
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$verify-identity}. */
public final class VerifyIdentityProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-verify-identity";

    private final Verifying verifying;

    public VerifyIdentityProvider(Verifying verifying) {
        this.verifying = verifying;
    }

    @Operation(name = "$verify-identity", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters verifyIdentity(
            @IdParam IdType id,
            @OperationParam(name = "request-id", max = 1) @Nullable StringType requestId,
            @OperationParam(name = "draft", min = 1, max = 1) @Nullable StringType draft,
            @OperationParam(name = "evidence", min = 1, max = 1) @Nullable StringType evidence,
            @OperationParam(name = "decision", max = 1) @Nullable CodeType decision,
            @OperationParam(name = "based-on", max = 1) @Nullable StringType basedOn,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var content = new Content()
                .with("patient", id)
                .with("draft", draft)
                .with("evidence", evidence)
                .with("decision", decision)
                .with("based-on", basedOn)
                .with("reason", reason);
        var how = new VerifyIdentity.Details(
                Given.text(requestId), content.text(), Given.text(basedOn), Given.text(reason));
        var asked = new VerifyIdentity(
                Given.reference(id),
                Given.required(evidence, "evidence"),
                Given.required(draft, "draft"),
                VerifyDecision.of(Given.text(decision)),
                how);
        return verifying.verify(Callers.of(request), asked);
    }
}
