package org.ancregistry.portals.admin;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * An area or facility as somebody typed it.
 *
 * @param requestId names this form: sent twice, it makes one unit
 * @param version of the unit when the form was opened; empty for a new one
 * @param phone at which its midwife or its office is called; empty where none is known
 * @param active {@code yes} or {@code no}
 * @param clinic when its clinic is held
 */
record UnitForm(
        String requestId,
        String version,
        String name,
        String kind,
        String partOf,
        String pointOfIssue,
        String phone,
        String active,
        Days clinic) {

    UnitForm(
            @Nullable String requestId,
            @Nullable String version,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String partOf,
            @Nullable String pointOfIssue,
            @Nullable String phone,
            @Nullable String active,
            @Nullable Days clinic) {
        this.clinic = Objects.requireNonNullElse(clinic, Days.NONE);
        this.requestId = Typed.requestId(requestId);
        this.version = Typed.line(version);
        this.name = Typed.line(name);
        this.kind = Typed.line(kind);
        this.partOf = Typed.line(partOf);
        this.pointOfIssue = Typed.line(pointOfIssue).toUpperCase(Locale.ROOT);
        this.phone = Typed.line(phone);
        this.active = Objects.requireNonNullElse(active, "yes");
    }

    static UnitForm empty(String kind, String partOf) {
        return new UnitForm(UUID.randomUUID().toString(), "", "", kind, partOf, "", "", "yes", Days.NONE);
    }

    static UnitForm of(Unit unit) {
        return new UnitForm(
                UUID.randomUUID().toString(),
                unit.version(),
                unit.name(),
                unit.kind().code(),
                unit.partOf(),
                unit.pointOfIssue(),
                unit.phone(),
                unit.active() ? "yes" : "no",
                unit.clinic());
    }

    /** The same words over a newer state. */
    UnitForm over(Unit now) {
        return new UnitForm(requestId, now.version(), name, kind, partOf, pointOfIssue, phone, active, clinic);
    }

    boolean asksFor(Unit unit) {
        return name.equals(unit.name())
                && kind.equals(unit.kind().code())
                && partOf.equals(Objects.requireNonNullElse(unit.partOf(), ""))
                && pointOfIssue.equals(Objects.requireNonNullElse(unit.pointOfIssue(), ""))
                && phone.equals(Objects.requireNonNullElse(unit.phone(), ""))
                && active.equals(unit.active() ? "yes" : "no")
                && clinic.equals(unit.clinic());
    }

    /** Writes what the page shows into {@code organization} and leaves the rest of it alone. */
    Organization fill(Organization organization) {
        organization.setActive(active.equals("yes")).setName(name);
        organization
                .getType()
                .removeIf(
                        type -> type.getCoding().stream().anyMatch(coding -> Systems.KIND.equals(coding.getSystem())));
        organization.addType(new CodeableConcept(new Coding(Systems.KIND, kind, null)));
        organization.setPartOf(partOf.isEmpty() ? new Reference() : Units.reference(partOf));
        organization.getIdentifier().removeIf(identifier -> Systems.POINT_OF_ISSUE.equals(identifier.getSystem()));
        if (!pointOfIssue.isEmpty()) {
            organization.addIdentifier(
                    new Identifier().setSystem(Systems.POINT_OF_ISSUE).setValue(pointOfIssue));
        }
        organization.getTelecom().removeIf(contact -> contact.getSystem() == ContactPointSystem.PHONE);
        if (!phone.isEmpty()) {
            organization.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone);
        }
        clinic.fill(organization);
        return organization;
    }
}
