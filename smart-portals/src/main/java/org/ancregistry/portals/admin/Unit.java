package org.ancregistry.portals.admin;

import java.util.Optional;
import org.ancregistry.portals.record.WorkPhone;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;

/**
 * An area or a facility.
 *
 * @param id of its Organization
 * @param version of what was read
 * @param pointOfIssue the four characters with which its PHNs begin, where it issues any
 * @param phone at which its midwife or its office is called
 * @param partOf id of the unit that it lies within
 * @param clinic when its clinic is held
 * @param request the form that it was made with, where a form made it
 */
record Unit(
        String id,
        String version,
        String name,
        UnitKind kind,
        @Nullable String pointOfIssue,
        @Nullable String phone,
        @Nullable String partOf,
        boolean active,
        Days clinic,
        @Nullable String request) {

    /** Empty for an Organization that is neither an area nor a facility of the registry. */
    static Optional<Unit> of(Organization organization) {
        return kind(organization).map(kind -> of(organization, kind));
    }

    private static Unit of(Organization organization, UnitKind kind) {
        var parent = organization.getPartOf().getReferenceElement();
        return new Unit(
                organization.getIdElement().getIdPart(),
                organization.getIdElement().getVersionIdPart(),
                organization.getName() == null ? "" : organization.getName(),
                kind,
                identifier(organization, Systems.POINT_OF_ISSUE),
                WorkPhone.of(organization).orElse(null),
                parent.getIdPart(),
                !organization.hasActive() || organization.getActive(),
                Days.of(organization),
                identifier(organization, Systems.REQUEST));
    }

    private static @Nullable String identifier(Organization organization, String system) {
        return organization.getIdentifier().stream()
                .filter(identifier -> system.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Optional<UnitKind> kind(Organization organization) {
        return organization.getType().stream()
                .flatMap(type -> type.getCoding().stream())
                .filter(coding -> Systems.KIND.equals(coding.getSystem()))
                .map(Coding::getCode)
                .flatMap(code -> UnitKind.of(String.valueOf(code)).stream())
                .findFirst();
    }

    String reference() {
        return "Organization/" + id;
    }
}
