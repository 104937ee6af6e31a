package org.ancregistry.domain.matching;

import java.util.Set;

/** How two addresses agree. */
enum AddressLevel implements Level {
    /** The house number and the place. */
    SAME_HOUSE,
    /** Two words or more of the place, without two house numbers. */
    SAME_PLACE,
    /** Two words or more of the place, and another house number. */
    OTHER_HOUSE,
    /** A single word of the place: a village, or a town that has many women. */
    NEAR,
    /** In care of one area. */
    SAME_AREA,
    /** Nothing but the district. */
    SAME_REGION,
    DIFFERENT;

    @Override
    public String field() {
        return "address";
    }

    FieldResult result() {
        return switch (this) {
            case SAME_HOUSE -> FieldResult.SAME;
            case SAME_PLACE, OTHER_HOUSE, NEAR -> FieldResult.CLOSE;
            case SAME_AREA, SAME_REGION, DIFFERENT -> FieldResult.DIFFERENT;
        };
    }

    static AddressLevel of(AddressWords one, AddressWords other, Set<String> shared, boolean sameArea) {
        // A single word that agrees across two districts is two villages of one name.
        if (shared.isEmpty() || (shared.size() == 1 && one.inAnotherRegion(other))) {
            return sameArea ? SAME_AREA : one.sameRegion(other) ? SAME_REGION : DIFFERENT;
        }
        if (one.sameHouse(other)) {
            return SAME_HOUSE;
        }
        if (shared.size() + (one.sameStreet(other) ? 1 : 0) < 2) {
            return NEAR;
        }
        return one.hasHouse() && other.hasHouse() ? OTHER_HOUSE : SAME_PLACE;
    }
}
