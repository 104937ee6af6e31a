package org.ancregistry.operations.findwoman;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$find-woman}. */
public final class FindWomanProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-find-woman";

    private final FindingWomen finding;

    public FindWomanProvider(FindingWomen finding) {
        this.finding = finding;
    }

    @Operation(name = "$find-woman", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters findWoman(
            @OperationParam(name = "name", min = 1, max = 1) @Nullable StringType name,
            @OperationParam(name = "birth-date", min = 1, max = 1) @Nullable DateType birthDate,
            RequestDetails request) {
        return finding.find(
                Callers.of(request),
                Given.required(name, "name"),
                Given.present(Given.birthDate(birthDate), "birth-date"));
    }
}
