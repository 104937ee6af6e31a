package org.ancregistry.portals.admin;

import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The areas and facilities of the registry. */
final class Units {

    /** A MOH area, its midwives' areas and hospitals, and the clinics in them. */
    private static final int LEVELS = 3;

    private final Directory directory;

    Units(Directory directory) {
        this.directory = directory;
    }

    /** Units of one kind whose name begins so, by name; one more than {@code count} where there are more. */
    List<Unit> page(HttpServletRequest request, UnitKind kind, String name, int count, int offset) {
        var found = directory.some(
                request,
                client -> {
                    var query = client.search()
                            .forResource(Organization.class)
                            .where(new TokenClientParam("type").exactly().systemAndCode(Systems.KIND, kind.code()));
                    var named = name.isEmpty()
                            ? query
                            : query.and(new StringClientParam("name").matches().value(name));
                    return named.sort().ascending("name");
                },
                count + 1,
                offset);
        return units(found).toList();
    }

    /** Every unit of those kinds, by name. */
    List<Unit> all(HttpServletRequest request, Collection<UnitKind> kinds) {
        var codes = kinds.stream().map(UnitKind::code).toList();
        var found = directory.all(
                request,
                Organization.class,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(new TokenClientParam("type").exactly().systemAndValues(Systems.KIND, codes))
                        .sort()
                        .ascending("name"));
        return byName(units(found));
    }

    /** The units with those ids, as far as there are such units. */
    Map<String, Unit> named(HttpServletRequest request, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = directory.all(
                request,
                Organization.class,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(new TokenClientParam("_id").exactly().codes(Set.copyOf(ids))));
        return units(found).collect(Collectors.toMap(Unit::id, Function.identity(), (a, b) -> a));
    }

    Optional<Unit> find(HttpServletRequest request, String id) {
        return Optional.ofNullable(named(request, Set.of(id)).get(id));
    }

    /** Those units and all that lie within them, by name. */
    List<Unit> within(HttpServletRequest request, Collection<String> ids) {
        var found = new LinkedHashMap<>(named(request, ids));
        var level = Set.copyOf(found.keySet());
        for (var depth = 1; depth < LEVELS && !level.isEmpty(); depth++) {
            level = parts(request, level)
                    .filter(unit -> found.putIfAbsent(unit.id(), unit) == null)
                    .map(Unit::id)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return byName(found.values().stream());
    }

    private Stream<Unit> parts(HttpServletRequest request, Collection<String> ids) {
        return units(directory.all(
                request,
                Organization.class,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(new ReferenceClientParam("partof").hasAnyOfIds(ids))));
    }

    boolean hasParts(HttpServletRequest request, Unit unit) {
        return parts(request, Set.of(unit.id())).findAny().isPresent();
    }

    /** The unit at the top that a unit lies within, itself where it lies within none. */
    Optional<Unit> top(HttpServletRequest request, String id) {
        var unit = find(request, id);
        for (var depth = 1; depth < LEVELS; depth++) {
            var parent = unit.map(Unit::partOf).flatMap(above -> find(request, above));
            if (parent.isEmpty()) {
                return unit;
            }
            unit = parent;
        }
        return unit;
    }

    /** The unit that issues PHNs under that point of issue. */
    Optional<Unit> issuing(HttpServletRequest request, String pointOfIssue) {
        var found = directory.some(
                request,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(new TokenClientParam("identifier")
                                .exactly()
                                .systemAndCode(Systems.POINT_OF_ISSUE, pointOfIssue)),
                1,
                0);
        return units(found).findFirst();
    }

    /** Makes a unit, once for each form. */
    Unit create(HttpServletRequest request, UnitForm form) {
        var organization = form.fill(new Organization());
        organization.addIdentifier(new Identifier().setSystem(Systems.REQUEST).setValue(form.requestId()));
        organization.getMeta().addProfile(Systems.UNIT_PROFILE);
        var transaction = Directory.transaction();
        Directory.addNew(
                transaction, organization, "urn:uuid:" + form.requestId(), Systems.REQUEST + "|" + form.requestId());
        var id = directory.write(request, transaction).get(0).getIdPart();
        var made = find(request, id).orElseThrow(NotThere::new);
        return form.asksFor(made) ? made : change(request, made, form);
    }

    /** Changes a unit, keeping what the page does not show. */
    Unit change(HttpServletRequest request, Unit before, UnitForm form) {
        var stored = directory.all(
                request,
                Organization.class,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(new TokenClientParam("_id").exactly().code(before.id())));
        var organization = Directory.of(stored, Organization.class).findFirst().orElseThrow(NotThere::new);
        var transaction = Directory.transaction();
        Directory.addChanged(transaction, form.fill(organization), before.version());
        directory.write(request, transaction);
        return find(request, before.id()).orElseThrow(NotThere::new);
    }

    static Reference reference(String id) {
        return new Reference("Organization/" + id);
    }

    private static List<Unit> byName(Stream<Unit> units) {
        return units.sorted(Comparator.comparing(Unit::name)).toList();
    }

    private static Stream<Unit> units(List<Resource> found) {
        return Directory.of(found, Organization.class).flatMap(organization -> Unit.of(organization).stream());
    }
}
