package org.ancregistry.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.ancregistry.interceptors.access.AccessDecision;
import org.ancregistry.operations.summary.Shown;
import org.hl7.fhir.r4.model.Resource;

/** The decision of the request, which holds for what leaves as well. Without one, nothing leaves. */
final class ShownByDecision implements Shown {

    @Override
    public List<Resource> among(RequestDetails request, List<Resource> resources) {
        return request.getUserData().get(AccessDecision.class) instanceof AccessDecision decision
                ? decision.shownAmong(resources)
                : List.of();
    }
}
