package org.ancregistry.portals.admin;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as somebody typed her.
 *
 * @param requestId names this form: sent twice, it makes one person
 * @param version of the person and {@code jobVersion} of her role when the form was opened; empty for a new person
 * @param role code of {@link Role}
 * @param at id of the MOH area or hospital among whose units she is placed
 * @param name whole
 * @param active {@code yes} while she works here
 */
record PersonForm(
        String requestId,
        String version,
        String jobVersion,
        String role,
        String at,
        String name,
        String facility,
        List<String> areas,
        String active) {

    PersonForm(
            @Nullable String requestId,
            @Nullable String version,
            @Nullable String jobVersion,
            @Nullable String role,
            @Nullable String at,
            @Nullable String name,
            @Nullable String facility,
            @Nullable List<String> areas,
            @Nullable String active) {
        this.requestId = Typed.requestId(requestId);
        this.version = Typed.line(version);
        this.jobVersion = Typed.line(jobVersion);
        this.role = Typed.line(role);
        this.at = Typed.line(at);
        this.name = Typed.line(name);
        this.facility = Typed.line(facility);
        this.areas = areas == null ? List.of() : List.copyOf(areas);
        this.active = Objects.requireNonNullElse(active, "yes");
    }

    static PersonForm empty(Role role, String at, List<String> areas) {
        return new PersonForm(UUID.randomUUID().toString(), "", "", role.code(), at, "", "", areas, "yes");
    }

    static PersonForm of(Person person, String at) {
        var job = person.job();
        return new PersonForm(
                UUID.randomUUID().toString(),
                person.version(),
                person.jobVersion(),
                job.map(Job::role).map(Role::code).orElse(""),
                at,
                person.name(),
                job.map(Job::facility).orElse(""),
                job.map(Job::areas).map(List::copyOf).orElse(List.of()),
                job.isEmpty() || person.works() ? "yes" : "no");
    }

    /** The same person in another role or place: what belonged to the one before is chosen anew. */
    PersonForm moved(String newRole, String newPlace) {
        return newRole.equals(role) && newPlace.equals(at)
                ? this
                : new PersonForm(requestId, version, jobVersion, newRole, newPlace, name, "", List.of(), active);
    }

    boolean isOver(Person now) {
        return version.equals(now.version()) && jobVersion.equals(now.jobVersion());
    }

    /** The same words over a newer state. */
    PersonForm over(Person now) {
        return new PersonForm(requestId, now.version(), now.jobVersion(), role, at, name, facility, areas, active);
    }

    boolean asksFor(Person person) {
        return name.equals(person.name())
                && active.equals(person.works() ? "yes" : "no")
                && person.job().filter(this::asksFor).isPresent();
    }

    private boolean asksFor(Job job) {
        return role.equals(job.role().code())
                && facility.equals(Objects.requireNonNullElse(job.facility(), ""))
                && Set.copyOf(areas).equals(job.areas());
    }

    /** Writes the name and leaves the rest alone. Who left keeps her record, but nobody asks in her name any more. */
    Practitioner fill(Practitioner practitioner) {
        var known = Person.of(practitioner, Stream.of()).name();
        if (!name.equals(known)) {
            practitioner.getName().clear();
            practitioner.addName().setText(name);
        }
        return active.equals("yes") ? practitioner.setActive(true) : practitioner;
    }

    PractitionerRole fill(PractitionerRole job) {
        job.setActive(active.equals("yes"));
        job.getCode()
                .removeIf(
                        code -> code.getCoding().stream().anyMatch(coding -> Systems.ROLE.equals(coding.getSystem())));
        job.addCode(new CodeableConcept(new Coding(Systems.ROLE, role, null)));
        job.setOrganization(facility.isEmpty() ? new Reference() : Units.reference(facility));
        job.getExtension().removeIf(extension -> Systems.AREA.equals(extension.getUrl()));
        areas.stream()
                .sorted()
                .distinct()
                .forEach(area -> job.addExtension(new Extension(Systems.AREA, Units.reference(area))));
        return job;
    }

    /** Names nobody: a form is safe to log. */
    @Override
    public String toString() {
        return "PersonForm[" + requestId + "]";
    }
}
