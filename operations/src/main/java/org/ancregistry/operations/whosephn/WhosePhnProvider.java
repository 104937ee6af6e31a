package org.ancregistry.operations.whosephn;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$whose-phn}. */
public final class WhosePhnProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-whose-phn";

    private final NamingHolders holders;

    public WhosePhnProvider(NamingHolders holders) {
        this.holders = holders;
    }

    @Operation(name = "$whose-phn", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters whosePhn(
            @OperationParam(name = "phn", min = 1, max = 1) @Nullable StringType phn, RequestDetails request) {
        return holders.name(Callers.of(request), Given.required(phn, "phn"));
    }
}
