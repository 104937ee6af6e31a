package org.ancregistry.operations.importanc;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** {@code POST Patient/$import-anc-bundle}: the Bundle itself is the body, since in Parameters it would be judged strictly. */
public final class ImportAncBundleProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-import-anc-bundle";

    private final Importing importing;

    public ImportAncBundleProvider(Importing importing) {
        this.importing = importing;
    }

    @Operation(name = Importing.OPERATION, type = Patient.class, canonicalUrl = DEFINITION)
    public Bundle importAncBundle(
            @OperationParam(name = "bundle", min = 1, max = 1) @Nullable Bundle bundle, RequestDetails request) {
        return importing.take(Callers.of(request), Given.present(bundle, "bundle"), request.loadRequestContents());
    }
}
