package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;

/**
 * Where somebody in a role may be placed: what a form offers and what it accepts.
 *
 * @param places the units that she may work in
 * @param areas the areas that she may look after; none for a role that looks after none
 */
record Choices(List<Unit> places, List<Unit> areas) {

    /**
     * The choices at {@code at} and, so that nothing is lost, what somebody has already.
     *
     * @param kept ids of units that she has now
     */
    static Choices of(HttpServletRequest request, Units units, Role role, String at, Set<String> kept) {
        var near = at.isEmpty() ? List.<Unit>of() : units.within(request, Set.of(at));
        var other = units.named(request, kept).values();
        var all = Stream.concat(near.stream(), other.stream()).distinct().toList();
        return new Choices(all, all.stream().filter(isAreaOf(role)).toList());
    }

    private static Predicate<Unit> isAreaOf(Role role) {
        return switch (role) {
            case MIDWIFE -> unit -> unit.kind() == UnitKind.PHM_AREA;
            case SUPERVISOR -> unit -> unit.kind() == UnitKind.MOH_AREA;
            default -> unit -> false;
        };
    }

    boolean hasPlace(String id) {
        return places.stream().anyMatch(unit -> unit.id().equals(id));
    }

    boolean hasAreas(List<String> ids) {
        return areas.stream().map(Unit::id).toList().containsAll(ids);
    }

    Choices within(Reach reach) {
        return new Choices(
                places.stream().filter(reach::covers).toList(),
                areas.stream().filter(reach::covers).toList());
    }
}
