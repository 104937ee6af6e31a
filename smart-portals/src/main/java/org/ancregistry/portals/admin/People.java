package org.ancregistry.portals.admin;

import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The people who work with the registry. */
final class People {

    private final Directory directory;

    People(Directory directory) {
        this.directory = directory;
    }

    /** People whose name begins so, by name; one more than {@code count} where there are more. */
    List<Person> page(HttpServletRequest request, String name, int count, int offset) {
        var found = directory.some(
                request,
                client -> {
                    var query = client.search().forResource(Practitioner.class);
                    var named = name.isEmpty()
                            ? query
                            : query.where(
                                    new StringClientParam("name").matches().value(name));
                    return named.sort().ascending("name");
                },
                count + 1,
                offset);
        var people = Directory.of(found, Practitioner.class).toList();
        var jobs = jobs(
                request,
                people.stream().map(person -> person.getIdElement().getIdPart()).toList());
        return people.stream().map(person -> Person.of(person, jobs.stream())).toList();
    }

    /** The midwives of a supervisor whose name begins so, by name. */
    List<Person> midwives(HttpServletRequest request, Reach reach, String name) {
        if (reach.units().isEmpty()) {
            return List.of();
        }
        var found = directory.all(
                request,
                PractitionerRole.class,
                client -> client.search()
                        .forResource(PractitionerRole.class)
                        .where(new TokenClientParam("role").exactly().systemAndCode(Systems.ROLE, Role.MIDWIFE.code()))
                        .and(new ReferenceClientParam("organization").hasAnyOfIds(reach.units()))
                        .include(PractitionerRole.INCLUDE_PRACTITIONER));
        var jobs = jobs(found);
        var begin = name.toLowerCase(Locale.ROOT);
        return Directory.of(found, Practitioner.class)
                .map(person -> Person.of(person, jobs.stream()))
                .filter(person -> reach.covers(person)
                        && person.name().toLowerCase(Locale.ROOT).startsWith(begin))
                .sorted(Comparator.comparing(Person::name))
                .distinct()
                .toList();
    }

    /** Somebody with everything that she does and did. */
    Optional<Person> find(HttpServletRequest request, String id) {
        var found = directory.all(
                request,
                Practitioner.class,
                client -> client.search()
                        .forResource(Practitioner.class)
                        .where(new TokenClientParam("_id").exactly().code(id)));
        return Directory.of(found, Practitioner.class)
                .findFirst()
                .map(person -> Person.of(person, jobs(request, Set.of(id)).stream()));
    }

    /** {@code Practitioner/…} of everybody who administers the registry now. */
    Set<String> administrators(HttpServletRequest request) {
        var found = directory.all(
                request,
                PractitionerRole.class,
                client -> client.search()
                        .forResource(PractitionerRole.class)
                        .where(new TokenClientParam("role")
                                .exactly()
                                .systemAndCode(Systems.ROLE, Role.ADMINISTRATOR.code())));
        return Directory.of(found, PractitionerRole.class)
                .filter(PractitionerRole::getActive)
                .map(role -> "Practitioner/"
                        + role.getPractitioner().getReferenceElement().getIdPart())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Job> jobs(HttpServletRequest request, Collection<String> people) {
        return people.isEmpty() ? List.of() : jobs(roles(request, people));
    }

    private List<Resource> roles(HttpServletRequest request, Collection<String> people) {
        return directory.all(
                request,
                PractitionerRole.class,
                client -> client.search()
                        .forResource(PractitionerRole.class)
                        .where(new ReferenceClientParam("practitioner").hasAnyOfIds(people)));
    }

    private static List<Job> jobs(List<Resource> found) {
        return Directory.of(found, PractitionerRole.class)
                .flatMap(role -> Job.of(role).stream())
                .toList();
    }

    /** Makes a person with her role, once for each form, and gives her id. */
    String create(HttpServletRequest request, PersonForm form) {
        var person = "urn:uuid:" + form.requestId();
        var transaction = Directory.transaction();
        var practitioner = form.fill(new Practitioner()).addIdentifier(madeBy(form));
        practitioner.getMeta().addProfile(Systems.PERSON_PROFILE);
        Directory.addNew(transaction, practitioner, person, condition(form));
        addJob(transaction, person, form);
        return directory.write(request, transaction).get(0).getIdPart();
    }

    private static void addJob(Bundle transaction, String person, PersonForm form) {
        var job = form.fill(new PractitionerRole()).addIdentifier(madeBy(form)).setPractitioner(new Reference(person));
        job.getMeta().addProfile(Systems.ROLE_PROFILE);
        Directory.addNew(transaction, job, "urn:uuid:" + UUID.randomUUID(), condition(form));
    }

    private static Identifier madeBy(PersonForm form) {
        return new Identifier().setSystem(Systems.REQUEST).setValue(form.requestId());
    }

    private static String condition(PersonForm form) {
        return Systems.REQUEST + "|" + form.requestId();
    }

    /** Changes a person and what counts of her work, keeping what the page does not show. */
    void change(HttpServletRequest request, Person before, PersonForm form) {
        var transaction = Directory.transaction();
        var stored = directory.all(
                request,
                Practitioner.class,
                client -> client.search()
                        .forResource(Practitioner.class)
                        .where(new TokenClientParam("_id").exactly().code(before.id())));
        var person = Directory.of(stored, Practitioner.class).findFirst().orElseThrow(NotThere::new);
        Directory.addChanged(transaction, form.fill(person), form.version());
        if (before.jobs().isEmpty()) {
            addJob(transaction, before.reference(), form);
        }
        Directory.of(roles(request, Set.of(before.id())), PractitionerRole.class)
                .forEach(role -> addChanged(transaction, role, before, form));
        directory.write(request, transaction);
    }

    /** Who leaves does nothing any more; who stays keeps what else she does. */
    private static void addChanged(Bundle transaction, PractitionerRole role, Person before, PersonForm form) {
        var id = role.getIdElement();
        if (before.job().filter(job -> job.id().equals(id.getIdPart())).isPresent()) {
            Directory.addChanged(transaction, form.fill(role), form.jobVersion());
        } else if (form.active().equals("no") && role.getActive()) {
            Directory.addChanged(transaction, role.setActive(false), id.getVersionIdPart());
        }
    }
}
