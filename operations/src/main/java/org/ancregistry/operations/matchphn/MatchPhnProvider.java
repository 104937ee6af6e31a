package org.ancregistry.operations.matchphn;

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

/** Answers {@code Patient/$match-phn}. */
public final class MatchPhnProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-match-phn";

    private final Matching matching;

    public MatchPhnProvider(Matching matching) {
        this.matching = matching;
    }

    @Operation(name = "$match-phn", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters matchPhn(
            @OperationParam(name = "phn", max = 1) @Nullable StringType phn,
            @OperationParam(name = "evidence", max = 1) @Nullable StringType evidence,
            @OperationParam(name = "draft", max = 1) @Nullable StringType draft,
            @OperationParam(name = "resource", max = 1) @Nullable Patient person,
            RequestDetails request) {
        var asked = new MatchPhn(Given.text(phn), Given.text(evidence), Given.text(draft), person);
        return matching.match(Callers.of(request), asked);
    }
}
