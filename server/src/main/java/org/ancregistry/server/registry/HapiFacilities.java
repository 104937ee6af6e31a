package org.ancregistry.server.registry;

import java.util.Optional;
import org.ancregistry.operations.Facilities;
import org.ancregistry.operations.Records;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;

/** Facilities as they stand in the record. */
final class HapiFacilities implements Facilities {

    static final String POINT_OF_ISSUE = "https://ancregistry.org/fhir/id/point-of-issue";

    private final Records records;

    HapiFacilities(Records records) {
        this.records = records;
    }

    @Override
    public Optional<String> pointOfIssue(String facility) {
        return records.read(Organization.class, facility).stream()
                .flatMap(organization -> organization.getIdentifier().stream())
                .filter(identifier -> POINT_OF_ISSUE.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst();
    }
}
