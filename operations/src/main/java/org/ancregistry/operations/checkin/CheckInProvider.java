package org.ancregistry.operations.checkin;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$check-in}. */
public final class CheckInProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-check-in";

    private final CheckingIn checkingIn;

    public CheckInProvider(CheckingIn checkingIn) {
        this.checkingIn = checkingIn;
    }

    @Operation(name = "$check-in", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters checkIn(
            @OperationParam(name = "phn", max = 1) @Nullable StringType phn,
            @OperationParam(name = "found", max = 1) @Nullable Reference found,
            @OperationParam(name = "name", max = 1) @Nullable StringType name,
            @OperationParam(name = "birth-date", max = 1) @Nullable DateType birthDate,
            @OperationParam(name = "evidence", max = 1) @Nullable StringType evidence,
            @OperationParam(name = "draft", max = 1) @Nullable StringType draft,
            RequestDetails request) {
        var asked = new CheckIn(
                Given.text(phn),
                Given.patient(found, "found"),
                Given.text(name),
                Given.birthDate(birthDate),
                Given.text(evidence),
                Given.text(draft));
        return checkingIn.checkIn(Callers.of(request), asked);
    }
}
