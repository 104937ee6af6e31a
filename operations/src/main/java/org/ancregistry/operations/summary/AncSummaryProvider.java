package org.ancregistry.operations.summary;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;

/** Answers {@code Patient/{id}/$anc-summary}. */
public final class AncSummaryProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-summary";

    private final Summaries summaries;

    public AncSummaryProvider(Summaries summaries) {
        this.summaries = summaries;
    }

    @Operation(name = "$anc-summary", type = Patient.class, idempotent = true, canonicalUrl = DEFINITION)
    public Bundle summary(@IdParam IdType id, RequestDetails request) {
        return summaries.of(Callers.of(request), Given.reference(id));
    }
}
