package org.ancregistry.server.registry;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.interceptors.access.Areas;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.UnitParts;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Organization;

/** How areas lie within each other: the table that decides who reaches whom also serves the operations. */
final class HapiUnitParts implements UnitParts {

    private static final String AREA_KIND = "https://ancregistry.org/fhir/CodeSystem/anc-area-kind";

    private final Areas areas;
    private final Records records;

    HapiUnitParts(Areas areas, Records records) {
        this.areas = areas;
        this.records = records;
    }

    @Override
    public Set<String> within(Collection<String> units) {
        return areas.within(units);
    }

    @Override
    public boolean isMidwifeArea(String unit) {
        return kinds(unit).anyMatch(type -> type.hasCoding(AREA_KIND, "phm-area"));
    }

    @Override
    public boolean isFacility(String unit) {
        return kinds(unit)
                .anyMatch(type -> type.hasCoding(AREA_KIND, "clinic") || type.hasCoding(AREA_KIND, "hospital"));
    }

    private Stream<CodeableConcept> kinds(String unit) {
        return records.read(Organization.class, unit).stream()
                .filter(organization -> !organization.hasActive() || organization.getActive())
                .flatMap(organization -> organization.getType().stream());
    }
}
