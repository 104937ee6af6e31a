package org.ancregistry.operations.decidematch;

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
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Answers {@code Task/{id}/$decide-match}. */
public final class DecideMatchProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-decide-match";

    private final Deciding deciding;

    public DecideMatchProvider(Deciding deciding) {
        this.deciding = deciding;
    }

    @Operation(name = "$decide-match", type = Task.class, canonicalUrl = DEFINITION)
    public Parameters decideMatch(
            @IdParam IdType id,
            @OperationParam(name = "request-id", max = 1) @Nullable StringType requestId,
            @OperationParam(name = "based-on", max = 1) @Nullable StringType basedOn,
            @OperationParam(name = "decision", max = 1) @Nullable CodeType decision,
            @OperationParam(name = "phn", max = 1) @Nullable StringType phn,
            @OperationParam(name = "compared-with", max = 1) @Nullable Reference comparedWith,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var content = new Content()
                .with("task", id)
                .with("based-on", basedOn)
                .with("decision", decision)
                .with("phn", phn)
                .with("compared-with", comparedWith)
                .with("reason", reason);
        var how = new DecideMatch.Details(
                Given.text(requestId),
                content.text(),
                Given.text(basedOn),
                Given.text(phn),
                Given.patient(comparedWith, "compared-with"),
                Given.text(reason));
        var asked = new DecideMatch("Task/" + id.getIdPart(), MatchDecision.of(Given.text(decision)), how);
        return deciding.decide(Callers.of(request), asked);
    }
}
