package org.ancregistry.server.bench;

import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/** One area with one midwife, in which everything that is measured happens. */
final class District {

    static final String AREA = "Organization/bench-area";
    static final String MIDWIFE = "Practitioner/bench-midwife";

    private static final String POINT_OF_ISSUE = "https://ancregistry.org/fhir/id/point-of-issue";
    private static final String AREA_KIND = "https://ancregistry.org/fhir/CodeSystem/anc-area-kind";
    private static final String PROFILES = "https://ancregistry.org/fhir/StructureDefinition/";

    private District() {}

    static Caller midwife() {
        return new Caller(
                MIDWIFE,
                Role.MIDWIFE,
                AREA,
                Set.of(AREA),
                Set.of("user/*.cruds"),
                "bench",
                Purpose.TREATMENT,
                "bench-midwife");
    }

    static Caller administrator() {
        return new Caller(
                "Practitioner/bench-administrator",
                Role.ADMINISTRATOR,
                null,
                Set.of(),
                Set.of("user/*.cruds"),
                "bench",
                Purpose.OPERATIONS,
                "bench-administrator");
    }

    static Caller reports() {
        return new Caller(
                "bench-reports",
                Role.SYSTEM,
                null,
                Set.of(),
                Set.of("system/MeasureReport.r"),
                "bench-reports",
                Purpose.OPERATIONS,
                "bench-reports");
    }

    /** A laboratory's system. */
    static Caller laboratory() {
        return new Caller(
                "bench-laboratory",
                Role.SYSTEM,
                null,
                Set.of(),
                Set.of("system/Observation.cru"),
                "bench-laboratory",
                Purpose.TREATMENT,
                "bench-laboratory");
    }

    static Bundle units() {
        var area = new Organization().setActive(true).setName("Area that is measured");
        area.setId("bench-area");
        area.getMeta().addProfile(PROFILES + "anc-unit");
        area.addType().addCoding().setSystem(AREA_KIND).setCode("phm-area");
        area.addIdentifier().setSystem(POINT_OF_ISSUE).setValue("4054");
        var midwife = new Practitioner().setActive(true);
        midwife.setId("bench-midwife");
        midwife.getMeta().addProfile(PROFILES + "anc-practitioner");
        midwife.addName().setText("Anoma Fernando");
        var units = new Bundle().setType(BundleType.TRANSACTION);
        add(units, area);
        add(units, midwife);
        return units;
    }

    private static void add(Bundle units, Resource resource) {
        units.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }
}
