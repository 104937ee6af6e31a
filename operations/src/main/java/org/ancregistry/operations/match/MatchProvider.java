package org.ancregistry.operations.match;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$match} (FHIR R4 Patient-match; IHE PDQm 3.0.0, ITI-119). */
public final class MatchProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-match";

    private final PatientMatching matching;

    public MatchProvider(PatientMatching matching) {
        this.matching = matching;
    }

    @Operation(name = "$match", type = Patient.class, canonicalUrl = DEFINITION)
    public Bundle match(
            @OperationParam(name = "resource", min = 1, max = 1) @Nullable Patient person,
            @OperationParam(name = "onlyCertainMatches", max = 1) @Nullable BooleanType onlyCertainMatches,
            @OperationParam(name = "count", max = 1) @Nullable IntegerType count,
            RequestDetails request) {
        var asked = new PatientMatch(
                Given.present(person, "resource"),
                onlyCertainMatches != null && onlyCertainMatches.booleanValue(),
                count == null || count.getValue() == null ? PatientMatch.USUAL : count.getValue());
        return matching.match(Callers.of(request), asked);
    }
}
