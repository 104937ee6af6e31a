package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Mothers who move from one midwife's area to another. */
public final class Moves {

    /** So many areas are offered at once; more letters of the name make them fewer. */
    public static final int MOST_AREAS = 20;

    private static final String TASKS = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final String KINDS = "https://ancregistry.org/fhir/CodeSystem/anc-area-kind";
    private static final int MOST_COMING = 50;

    /** A PHM area lies in an MOH area, that in a district; one more for an installation that has another in between. */
    private static final int LEVELS = 4;

    private final Registry registry;

    Moves(Registry registry) {
        this.registry = registry;
    }

    /**
     * A midwife's area.
     *
     * @param id of its Organization
     */
    public record Area(String id, String name) {}

    /**
     * A mother who is being handed over.
     *
     * @param patient id of her Patient
     * @param name as the list shows it
     * @param area {@code Organization/…} that she moves to
     * @param note what the giving midwife wrote
     */
    public record Move(
            String patient,
            @Nullable String name,
            String area,
            @Nullable String note) {

        @Override
        public String toString() {
            return "Move[" + patient + "]";
        }
    }

    /** The midwives' areas whose name begins so, one more than are offered when there are more. */
    public List<Area> areas(HttpServletRequest request, String beginning) {
        var found = registry.ask(request, client -> {
            var search = client.search()
                    .forResource(Organization.class)
                    .where(new TokenClientParam("type").exactly().systemAndCode(KINDS, "phm-area"));
            if (!beginning.isBlank()) {
                search.and(Organization.NAME.matches().value(beginning.strip()));
            }
            return search.sort()
                    .ascending("name")
                    .count(MOST_AREAS + 1)
                    .returnBundle(Bundle.class)
                    .execute();
        });
        return all(found, Organization.class)
                .map(area -> new Area(area.getIdElement().getIdPart(), area.getName()))
                .toList();
    }

    /**
     * Those of the areas that are among the person's own or lie within one of them, as a midwife's area lies within the MOH
     * area of its supervisor.
     *
     * @param areas {@code Organization/…}
     * @param own {@code Organization/…}
     */
    public Set<String> within(HttpServletRequest request, Set<String> areas, Set<String> own) {
        var above = areas.stream().collect(Collectors.toMap(area -> area, area -> area));
        var inside = new HashSet<String>();
        for (var level = 0; level < LEVELS && !above.isEmpty(); level++) {
            above.forEach((area, unit) -> {
                if (own.contains(unit)) {
                    inside.add(area);
                }
            });
            above.keySet().removeAll(inside);
            var parents = parents(request, Set.copyOf(above.values()));
            above.replaceAll((area, unit) -> parents.getOrDefault(unit, ""));
            above.values().removeIf(String::isEmpty);
        }
        return Set.copyOf(inside);
    }

    private Map<String, String> parents(HttpServletRequest request, Set<String> units) {
        if (units.isEmpty()) {
            return Map.of();
        }
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(Organization.RES_ID
                                .exactly()
                                .codes(units.stream()
                                        .map(unit -> new IdType(unit).getIdPart())
                                        .toList()))
                        .count(units.size())
                        .returnBundle(Bundle.class)
                        .execute());
        return all(found, Organization.class)
                .filter(Organization::hasPartOf)
                .collect(Collectors.toMap(
                        unit -> "Organization/" + unit.getIdElement().getIdPart(),
                        unit -> unit.getPartOf().getReference()));
    }

    /** How an area is called. */
    public String nameOf(HttpServletRequest request, String area) {
        return registry.ask(
                        request,
                        client -> client.read()
                                .resource(Organization.class)
                                .withId(new IdType(area).getIdPart())
                                .execute())
                .getName();
    }

    /** The hand-over of that mother that nobody has finished. */
    public Optional<Move> of(HttpServletRequest request, String patient) {
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Task.class)
                        .where(Task.PATIENT.hasId("Patient/" + patient))
                        .and(new TokenClientParam("code").exactly().systemAndCode(TASKS, "hand-over"))
                        .and(new TokenClientParam("status").exactly().code("requested"))
                        .count(1)
                        .returnBundle(Bundle.class)
                        .execute());
        return all(found, Task.class).findFirst().map(task -> move(task, List.of()));
    }

    /** The mothers who are handed over to the caller's areas, those who wait longest first. */
    public List<Move> coming(HttpServletRequest request) {
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Task.class)
                        .where(new TokenClientParam("code").exactly().systemAndCode(TASKS, "hand-over"))
                        .and(new TokenClientParam("status").exactly().code("requested"))
                        .include(Task.INCLUDE_PATIENT)
                        .sort()
                        .ascending("authored-on")
                        .offset(0)
                        .count(MOST_COMING)
                        .returnBundle(Bundle.class)
                        .execute());
        var people = all(found, Patient.class).toList();
        return all(found, Task.class).map(task -> move(task, people)).toList();
    }

    private static Move move(Task task, List<Patient> people) {
        var patient = task.getFor().getReferenceElement().getIdPart();
        return new Move(
                patient,
                people.stream()
                        .filter(person -> person.getIdElement().getIdPart().equals(patient))
                        .map(person -> person.getNameFirstRep().getText())
                        .findFirst()
                        .orElse(null),
                task.getOwner().getReference(),
                task.hasNote() ? task.getNoteFirstRep().getText() : null);
    }

    /**
     * Gives her to another area, takes her over, or takes the hand-over back.
     *
     * @param patient id of her Patient
     */
    public void act(HttpServletRequest request, String patient, Act act) {
        var asked = new Parameters().addParameter("request-id", act.requestId());
        asked.addParameter().setName("action").setValue(new CodeType(act.action()));
        if (act.area() != null) {
            asked.addParameter().setName("area").setValue(new Reference("Organization/" + act.area()));
        }
        if (act.reason() != null) {
            asked.addParameter("reason", act.reason());
        }
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", patient))
                        .named("$hand-over")
                        .withParameters(asked)
                        .execute());
    }

    /**
     * What is done.
     *
     * @param action {@code give}, {@code take} or {@code withdraw}
     * @param area id of the Organization that she moves to
     */
    public record Act(
            String requestId,
            String action,
            @Nullable String area,
            @Nullable String reason) {}

    private static <R extends Resource> Stream<R> all(Bundle found, Class<R> type) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
