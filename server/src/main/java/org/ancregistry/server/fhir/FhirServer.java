package org.ancregistry.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorBroadcaster;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.ancregistry.interceptors.Refusal;

/**
 * HAPI's server without the header that tells an attacker which version to look up, and without parameters whose names it
 * would rewrite: two of them could become the same.
 */
final class FhirServer extends RestfulServer {

    private static final long serialVersionUID = 1L;

    FhirServer(FhirContext context) {
        super(context);
    }

    @Override
    protected String createPoweredByHeader() {
        return "";
    }

    @Override
    protected ServletRequestDetails newRequestDetails(
            RequestTypeEnum type, HttpServletRequest request, HttpServletResponse response) {
        var details = new NamedPlainly(getInterceptorService());
        details.setServer(this);
        details.setRequestType(type);
        details.setServletRequest(request);
        details.setServletResponse(response);
        return details;
    }

    private static final class NamedPlainly extends ServletRequestDetails {

        NamedPlainly(IInterceptorBroadcaster interceptors) {
            super(interceptors);
        }

        @Override
        public void setParameters(Map<String, String[]> parameters) {
            if (parameters.keySet().stream().anyMatch(UrlUtil::isNeedsSanitization)) {
                throw Refusal.BAD_REQUEST.because("Names of parameters hold no quotes and no angle brackets.");
            }
            super.setParameters(parameters);
        }
    }
}
