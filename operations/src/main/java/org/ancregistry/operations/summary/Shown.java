package org.ancregistry.operations.summary;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/**
 * What of a record may leave to whoever asks. A document that tells in words what is in it must know that before it is
 * written: taking a resource out afterwards would leave its words behind.
 */
public interface Shown {

    /** Those that the request's decision lets leave. */
    List<Resource> among(RequestDetails request, List<Resource> resources);
}
