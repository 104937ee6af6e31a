package org.ancregistry.operations.summary;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Whom and what a record refers to. */
final class Named {

    private Named() {}

    /** Ids by the type of resource that they lead to. */
    static Map<String, Set<String>> in(List<Resource> resources) {
        var named = new HashMap<String, Set<String>>();
        for (var resource : resources) {
            for (var reference : references(resource)) {
                var id = new IdType(reference.getReference());
                if (id.hasResourceType() && id.hasIdPart()) {
                    named.computeIfAbsent(id.getResourceType(), type -> new TreeSet<>())
                            .add(id.getIdPart());
                }
            }
        }
        return named;
    }

    /** Findings are by far the most, and name people in one place only: no need to look through all that they are made of. */
    private static List<Reference> references(Resource resource) {
        return resource instanceof Observation finding
                ? finding.getPerformer()
                : FhirContext.forR4Cached().newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class);
    }
}
