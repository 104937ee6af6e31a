package org.ancregistry.operations.merge;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.Resource;

/** Makes a resource refer to other resources than it did, wherever it does. */
final class References {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private References() {}

    /** @param instead what to refer to in the place of what, as {@code Patient/12} */
    static void replace(Resource resource, Map<String, String> instead) {
        FHIR.newTerser()
                .getAllPopulatedChildElementsOfType(resource, IBaseReference.class)
                .forEach(reference -> {
                    var other = instead.get(plain(reference));
                    if (other != null) {
                        reference.setReference(other);
                    }
                });
    }

    private static String plain(IBaseReference reference) {
        var id = reference.getReferenceElement();
        return id.hasBaseUrl() || !id.hasIdPart() ? "" : id.getResourceType() + "/" + id.getIdPart();
    }
}
