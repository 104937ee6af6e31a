package org.ancregistry.portals.admin;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does, and where.
 *
 * @param id of the PractitionerRole
 * @param practitioner id of the person
 * @param facility id of the unit she works in
 * @param areas ids of the areas she looks after
 * @param changed when it was last written
 */
record Job(
        String id,
        String version,
        String practitioner,
        Role role,
        @Nullable String facility,
        Set<String> areas,
        boolean active,
        Instant changed) {

    Job {
        areas = Set.copyOf(areas);
    }

    /** Empty for a role that the registry does not know. */
    static Optional<Job> of(PractitionerRole role) {
        return role.getCode().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> Systems.ROLE.equals(coding.getSystem()))
                .flatMap(coding -> Role.of(String.valueOf(coding.getCode())).stream())
                .filter(Role::isStaff)
                .findFirst()
                .map(code -> of(role, code));
    }

    private static Job of(PractitionerRole role, Role code) {
        return new Job(
                role.getIdElement().getIdPart(),
                role.getIdElement().getVersionIdPart(),
                Objects.requireNonNullElse(
                        role.getPractitioner().getReferenceElement().getIdPart(), ""),
                code,
                role.getOrganization().getReferenceElement().getIdPart(),
                areas(role),
                !role.hasActive() || role.getActive(),
                Optional.ofNullable(role.getMeta().getLastUpdated())
                        .map(Date::toInstant)
                        .orElse(Instant.EPOCH));
    }

    private static Set<String> areas(PractitionerRole role) {
        return role.getExtensionsByUrl(Systems.AREA).stream()
                .map(extension -> extension.getValue())
                .filter(Reference.class::isInstance)
                .map(area -> ((Reference) area).getReferenceElement().getIdPart())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }
}
