package org.ancregistry.domain.matching;

import java.util.List;
import java.util.Set;

/**
 * How two addresses agree, part by part.
 *
 * @param shared the places that both have, a slip of the pen forgiven
 */
record AddressAgreement(AddressLevel place, DoorLevel door, RoadLevel road, Set<String> shared) {

    static AddressAgreement of(AddressWords one, AddressWords other, boolean sameArea) {
        var shared = one.sharedWith(other);
        var place = place(one, other, shared, sameArea);
        if (place.isOnePlace()) {
            return new AddressAgreement(place, door(one, other), road(one, other), shared);
        }
        return one.sameHouse(other) && one.sameStreet(other)
                ? new AddressAgreement(AddressLevel.OTHER_WORDS, DoorLevel.SAME, RoadLevel.SAME, shared)
                : new AddressAgreement(place, DoorLevel.NOT_SAID, RoadLevel.NOT_SAID, shared);
    }

    private static AddressLevel place(AddressWords one, AddressWords other, Set<String> shared, boolean sameArea) {
        if (shared.isEmpty() || isTwoOfOneName(one, other, shared)) {
            return sameArea
                    ? AddressLevel.SAME_AREA
                    : one.sameRegion(other) ? AddressLevel.SAME_REGION : AddressLevel.DIFFERENT;
        }
        return shared.size() == 1 ? AddressLevel.NEAR : AddressLevel.SAME_PLACE;
    }

    /** A single word that agrees across two districts, and no road beside it, is two villages of one name. */
    private static boolean isTwoOfOneName(AddressWords one, AddressWords other, Set<String> shared) {
        return shared.size() == 1 && one.inAnotherRegion(other) && !one.sameStreet(other);
    }

    private static DoorLevel door(AddressWords one, AddressWords other) {
        if (one.sameHouse(other)) {
            return DoorLevel.SAME;
        }
        return one.hasHouse() && other.hasHouse() ? DoorLevel.OTHER : DoorLevel.NOT_SAID;
    }

    private static RoadLevel road(AddressWords one, AddressWords other) {
        if (one.sameStreet(other)) {
            return RoadLevel.SAME;
        }
        return one.hasStreet() && other.hasStreet() ? RoadLevel.OTHER : RoadLevel.NOT_SAID;
    }

    /** Whether they are of one household. */
    boolean isOneHouse() {
        return place.isOnePlace() && door == DoorLevel.SAME;
    }

    FieldResult result() {
        if (isOneHouse()) {
            return FieldResult.SAME;
        }
        return place.isOnePlace() || door == DoorLevel.SAME ? FieldResult.CLOSE : FieldResult.DIFFERENT;
    }

    List<Level> levels() {
        return List.of(place, door, road);
    }
}
