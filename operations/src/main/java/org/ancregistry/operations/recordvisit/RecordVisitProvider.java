package org.ancregistry.operations.recordvisit;

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
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$record-anc-visit}. */
public final class RecordVisitProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-record-anc-visit";

    private final Visits visits;

    public RecordVisitProvider(Visits visits) {
        this.visits = visits;
    }

    @Operation(name = "$record-anc-visit", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters recordVisit(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "based-on", min = 1, max = 1) @Nullable StringType basedOn,
            @OperationParam(name = "contact-date", min = 1, max = 1) @Nullable DateTimeType when,
            @OperationParam(name = "contact-type", min = 1, max = 1) @Nullable CodeType type,
            @OperationParam(name = "answer", max = -1) @Nullable List<ParametersParameterComponent> answers,
            @OperationParam(name = "medication", max = -1) @Nullable List<ParametersParameterComponent> medications,
            @OperationParam(name = "note", max = 1) @Nullable StringType note,
            @OperationParam(name = "referral", max = 1) @Nullable ParametersParameterComponent referral,
            @OperationParam(name = "next-appointment", max = 1) @Nullable ParametersParameterComponent next,
            @OperationParam(name = "corrects", max = 1) @Nullable Reference corrects,
            @OperationParam(name = "correction", max = 1) @Nullable CodeType correction,
            @OperationParam(name = "correction-reason", max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("based-on", basedOn)
                .with("contact-date", when)
                .with("contact-type", type)
                .with(answers)
                .with(medications)
                .with("note", note)
                .with(referral)
                .with(next)
                .with("corrects", corrects)
                .with("correction", correction)
                .with("correction-reason", reason);
        var asked = new RecordVisit(
                Given.required(requestId, "request-id"),
                content.text(),
                patient,
                Given.required(basedOn, "based-on"),
                Given.present(when, "contact-date"),
                Given.required(type, "contact-type"),
                answers == null ? List.of() : answers,
                VisitParts.medicines(medications == null ? List.of() : medications),
                Given.text(note),
                VisitParts.referral(referral),
                VisitParts.next(next),
                VisitParts.correction(corrects, correction, reason));
        return visits.write(Callers.of(request), asked);
    }
}
