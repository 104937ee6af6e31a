package org.ancregistry.operations.askclinic;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Parts;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Answers {@code Task/{id}/$answer-mother}. */
public final class AnswerMotherProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-answer-mother";

    private final AnsweringMother answering;

    public AnswerMotherProvider(AnsweringMother answering) {
        this.answering = answering;
    }

    @Operation(name = "$answer-mother", type = Task.class, canonicalUrl = DEFINITION)
    public Parameters answerMother(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "text", max = 1) @Nullable StringType text,
            @OperationParam(name = "next-appointment", max = 1) @Nullable ParametersParameterComponent next,
            RequestDetails request) {
        var task = "Task/" + id.getIdPart();
        var content = new Content()
                .with("task", new StringType(task))
                .with("text", text)
                .with(next);
        var asked = new AnswerMother(
                task, Given.required(requestId, "request-id"), content.text(), Words.of(text), next(next));
        return answering.answer(Callers.of(request), asked);
    }

    private static AnswerMother.@Nullable Next next(@Nullable ParametersParameterComponent given) {
        if (given == null) {
            return null;
        }
        var start = Given.present(Parts.text(given, "start"), "next-appointment.start");
        var place = Given.local(Parts.reference(given, "place"), "Organization", "next-appointment.place");
        return new AnswerMother.Next(new DateTimeType(start), place);
    }
}
