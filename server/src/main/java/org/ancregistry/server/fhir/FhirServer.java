package org.ancregistry.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;

/** HAPI's server without the header that tells an attacker which version to look up. */
final class FhirServer extends RestfulServer {

    private static final long serialVersionUID = 1L;

    FhirServer(FhirContext context) {
        super(context);
    }

    @Override
    protected String createPoweredByHeader() {
        return "";
    }
}
