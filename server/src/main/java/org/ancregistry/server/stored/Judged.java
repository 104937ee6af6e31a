package org.ancregistry.server.stored;

import ca.uhn.fhir.interceptor.api.HookParams;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SimplePreResourceShowDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/** Lays what was read before those who judge what is shown, as HAPI's own store does. */
final class Judged {

    private Judged() {}

    /** Those that stay; what may not even be known to exist ends the request. */
    static List<IBaseResource> shown(RequestDetails request, List<Resource> resources) {
        var details = new SimplePreResourceShowDetails(resources);
        request.getInterceptorBroadcaster()
                .callHooks(
                        Pointcut.STORAGE_PRESHOW_RESOURCES,
                        new HookParams()
                                .add(IPreResourceShowDetails.class, details)
                                .add(RequestDetails.class, request)
                                .addIfMatchesType(ServletRequestDetails.class, request));
        return details.getAllResources().stream().filter(Objects::nonNull).toList();
    }
}
