package org.ancregistry.operations.answerconsent;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$answer-consent}. */
public final class AnswerConsentProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-answer-consent";

    private final AnsweringConsent answering;

    public AnswerConsentProvider(AnsweringConsent answering) {
        this.answering = answering;
    }

    @Operation(name = "$answer-consent", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters answerConsent(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "permit", min = 1, max = 1) @Nullable BooleanType permit,
            @OperationParam(name = "draft", min = 1, max = 1) @Nullable StringType draft,
            @OperationParam(name = "evidence", min = 1, max = 1) @Nullable StringType evidence,
            RequestDetails request) {
        var content = new Content()
                .with("patient", id)
                .with("permit", permit)
                .with("draft", draft)
                .with("evidence", evidence);
        var asked = new AnswerConsent(
                Given.reference(id),
                Given.required(requestId, "request-id"),
                content.text(),
                Boolean.parseBoolean(Given.required(permit, "permit")),
                Given.required(evidence, "evidence"),
                Given.required(draft, "draft"));
        return answering.answer(Callers.of(request), asked);
    }
}
