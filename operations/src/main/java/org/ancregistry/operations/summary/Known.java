package org.ancregistry.operations.summary;

import java.util.List;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * What the registry holds of a mother, as far as it fits into one answer.
 *
 * @param resources by type, the newest of each type first, with the people and places that they name
 */
record Known(List<Resource> resources, Cut cut) {

    Known {
        resources = List.copyOf(resources);
    }

    /** Whether she has another record, too, of which nothing is here. */
    boolean isOneOfSeveral() {
        return resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .anyMatch(LinkedRecords::isOneOfSeveral);
    }

    /** The same without what was struck out: a document tells what is so, and the rest stays in the registry. */
    Known standing() {
        return new Known(
                resources.stream()
                        .filter(resource -> !Statuses.isInError(resource))
                        .toList(),
                cut);
    }
}
