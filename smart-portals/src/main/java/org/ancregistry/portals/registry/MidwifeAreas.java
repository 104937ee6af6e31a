package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.portals.record.WorkPhone;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;

/** The areas that midwives care for, and what they lie in. */
public final class MidwifeAreas {

    /** So many areas are offered at once; more letters of the name make them fewer. */
    public static final int MOST = 20;

    private static final int MOST_BELOW = 100;

    private static final String KINDS = "https://ancregistry.org/fhir/CodeSystem/anc-area-kind";

    /** A PHM area lies in an MOH area, that in a district; one more for an installation that has another in between. */
    private static final int LEVELS = 4;

    private final Registry registry;

    MidwifeAreas(Registry registry) {
        this.registry = registry;
    }

    /**
     * A midwife's area.
     *
     * @param id of its Organization
     */
    public record Area(String id, String name) {}

    /** The midwives' areas whose name begins so, one more than are offered when there are more. */
    public List<Area> beginningWith(HttpServletRequest request, String beginning) {
        var found = registry.ask(request, client -> {
            var search = client.search()
                    .forResource(Organization.class)
                    .where(new TokenClientParam("type").exactly().systemAndCode(KINDS, "phm-area"));
            if (!beginning.isBlank()) {
                search.and(Organization.NAME.matches().value(beginning.strip()));
            }
            return search.sort()
                    .ascending("name")
                    .count(MOST + 1)
                    .returnBundle(Bundle.class)
                    .execute();
        });
        return all(found)
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
        return all(found)
                .filter(Organization::hasPartOf)
                .collect(Collectors.toMap(
                        unit -> "Organization/" + unit.getIdElement().getIdPart(),
                        unit -> unit.getPartOf().getReference()));
    }

    /** The areas of somebody and those that lie in them, by name: a supervisor's midwives' areas. */
    public List<Area> ownAndBelow(HttpServletRequest request, Set<String> own) {
        if (own.isEmpty()) {
            return List.of();
        }
        var ids = own.stream().map(area -> new IdType(area).getIdPart()).toList();
        var mine = registry.ask(
                request,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(Organization.RES_ID.exactly().codes(ids))
                        .count(MOST_BELOW)
                        .returnBundle(Bundle.class)
                        .execute());
        var below = registry.ask(
                request,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(Organization.PARTOF.hasAnyOfIds(ids))
                        .count(MOST_BELOW)
                        .returnBundle(Bundle.class)
                        .execute());
        return Stream.concat(all(mine), all(below))
                .map(area -> new Area(area.getIdElement().getIdPart(), area.getName()))
                .distinct()
                .sorted(Comparator.comparing(Area::name))
                .toList();
    }

    /** How areas are called, by their references, in one look. */
    public Map<String, String> names(HttpServletRequest request, Set<String> areas) {
        if (areas.isEmpty()) {
            return Map.of();
        }
        var ids = areas.stream().map(area -> new IdType(area).getIdPart()).toList();
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(Organization.RES_ID.exactly().codes(ids))
                        .count(ids.size())
                        .returnBundle(Bundle.class)
                        .execute());
        return all(found)
                .filter(Organization::hasName)
                .collect(Collectors.toMap(
                        area -> "Organization/" + area.getIdElement().getIdPart(), Organization::getName));
    }

    /** How an area is called. */
    public String nameOf(HttpServletRequest request, String area) {
        return read(request, area).getName();
    }

    /** The number at which the midwife of an area is called. */
    public Optional<String> phoneOf(HttpServletRequest request, String area) {
        return WorkPhone.of(read(request, area));
    }

    private Organization read(HttpServletRequest request, String area) {
        return registry.ask(
                request,
                client -> client.read()
                        .resource(Organization.class)
                        .withId(new IdType(area).getIdPart())
                        .execute());
    }

    private static Stream<Organization> all(Bundle found) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Organization.class::isInstance)
                .map(Organization.class::cast);
    }
}
