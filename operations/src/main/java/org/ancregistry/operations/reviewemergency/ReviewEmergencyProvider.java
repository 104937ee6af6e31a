package org.ancregistry.operations.reviewemergency;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Answers {@code Task/{id}/$review-emergency}. */
public final class ReviewEmergencyProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-review-emergency";
    private static final int LONGEST = 500;

    private final ReviewingEmergencies reviewing;

    public ReviewEmergencyProvider(ReviewingEmergencies reviewing) {
        this.reviewing = reviewing;
    }

    @Operation(name = "$review-emergency", type = Task.class, canonicalUrl = DEFINITION)
    public Parameters reviewEmergency(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "based-on", min = 1, max = 1) @Nullable StringType basedOn,
            @OperationParam(name = "decision", min = 1, max = 1) @Nullable CodeType decision,
            @OperationParam(name = "reason", min = 1, max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var task = "Task/" + id.getIdPart();
        var content = new Content()
                .with("task", new StringType(task))
                .with("based-on", basedOn)
                .with("decision", decision)
                .with("reason", reason);
        var asked = new ReviewEmergency(
                task,
                Given.required(requestId, "request-id"),
                content.text(),
                Given.required(basedOn, "based-on"),
                review(Given.required(decision, "decision")),
                words(Given.required(reason, "reason")));
        return reviewing.review(Callers.of(request), asked);
    }

    private static Review review(String decision) {
        return Review.of(decision)
                .orElseThrow(() -> Problem.PARAMETER_INVALID
                        .because("Say whether it was in-order or not-in-order.")
                        .at("decision"));
    }

    private static String words(String reason) {
        var words = reason.strip();
        if (words.length() > LONGEST) {
            throw Problem.PARAMETER_INVALID
                    .because("Write at most " + LONGEST + " characters.")
                    .at("reason");
        }
        return words;
    }
}
