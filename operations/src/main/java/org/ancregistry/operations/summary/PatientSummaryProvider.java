package org.ancregistry.operations.summary;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;

/** Answers {@code Patient/{id}/$summary}, as the International Patient Summary names it. */
public final class PatientSummaryProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-patient-summary";

    private final PatientSummaries summaries;

    public PatientSummaryProvider(PatientSummaries summaries) {
        this.summaries = summaries;
    }

    @Operation(name = "$summary", type = Patient.class, idempotent = true, canonicalUrl = DEFINITION)
    public Bundle summary(@IdParam IdType id, RequestDetails request) {
        return summaries.of(request, Given.reference(id));
    }
}
