package org.ancregistry.operations.recordoutcome;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$record-outcome}. */
public final class RecordOutcomeProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-record-outcome";

    private final Outcomes outcomes;

    public RecordOutcomeProvider(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Operation(name = "$record-outcome", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters recordOutcome(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "based-on", min = 1, max = 1) @Nullable StringType basedOn,
            @OperationParam(name = "outcome", max = 1) @Nullable CodeType outcome,
            @OperationParam(name = "date", max = 1) @Nullable DateType date,
            @OperationParam(name = "answer", max = -1) @Nullable List<ParametersParameterComponent> answers,
            @OperationParam(name = "child", max = -1) @Nullable List<ParametersParameterComponent> children,
            @OperationParam(name = "note", max = 1) @Nullable StringType note,
            @OperationParam(name = "corrects", max = 1) @Nullable Reference corrects,
            @OperationParam(name = "correction-reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("based-on", basedOn)
                .with("outcome", outcome)
                .with("date", date)
                .with(answers)
                .withInOrder(children)
                .with("note", note)
                .with("corrects", corrects)
                .with("correction-reason", reason);
        var asked = new RecordOutcome(
                patient,
                Given.required(requestId, "request-id"),
                content.text(),
                Given.required(basedOn, "based-on"),
                OutcomeParts.ending(outcome, date, OutcomeParts.all(answers), OutcomeParts.all(children), note),
                OutcomeParts.correction(corrects, reason));
        return outcomes.write(Callers.of(request), asked);
    }
}
