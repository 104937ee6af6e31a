package org.ancregistry.interceptors.validation;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** What the implementation guide says about resources; the server answers from the guide that it carries. */
public interface Guide {

    /** Canonical addresses of the guide's profiles for a resource type, none when it has none. */
    List<String> profilesOf(String type);

    /** What an operation takes, {@code register-anc} for instance; empty when it is none of the guide's. */
    Optional<List<Input>> inputsOf(String operation);

    /** Everything that is wrong with a resource by FHIR and by the profiles of this guide that it names; none when it is valid. */
    List<Breach> breaches(Resource resource);
}
