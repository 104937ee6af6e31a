package org.ancregistry.operations.issuephn;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$issue-phn} and {@code Patient/{id}/$issue-phn}. */
public final class IssuePhnProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-issue-phn";

    private final PhnIssuing issuing;

    public IssuePhnProvider(PhnIssuing issuing) {
        this.issuing = issuing;
    }

    @Operation(name = "$issue-phn", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters issuePhn(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "patient", max = 1) @Nullable Reference patient,
            @OperationParam(name = "count", max = 1) @Nullable IntegerType count,
            @OperationParam(name = "point-of-issue", max = 1) @Nullable StringType pointOfIssue,
            RequestDetails request) {
        var person = id != null ? Given.reference(id) : Given.patient(patient, "patient");
        var asked = new IssuePhn(
                Given.required(requestId, "request-id"),
                person,
                count == null ? null : count.getValue(),
                Given.text(pointOfIssue));
        return issuing.issue(Callers.of(request), asked);
    }
}
