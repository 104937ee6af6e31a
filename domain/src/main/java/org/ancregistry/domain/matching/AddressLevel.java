package org.ancregistry.domain.matching;

/**
 * How two addresses agree. Probabilities: field "place" of the measured parameters, those of its levels that the words of
 * an address alone can tell apart.
 */
enum AddressLevel {
    /** The house number and the place. */
    SAME_HOUSE(new Likelihoods(0.307872, 1.43340e-05, 0.387408)),
    /** Two words or more of the place, without two house numbers. */
    SAME_PLACE(new Likelihoods(0.316783, 0.000273680, 0.429382)),
    /** A single word, or the place with another house number: a town has many. */
    NEAR(new Likelihoods(0.133885, 0.0204720, 0.128758)),
    /** Nothing but the district. */
    SAME_REGION(new Likelihoods(0.0999363, 0.0557657, 0.0141804)),
    DIFFERENT(new Likelihoods(0.0659877, 0.921014, 0.0198525));

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers does not change.
    private final Likelihoods likelihoods;

    AddressLevel(Likelihoods likelihoods) {
        this.likelihoods = likelihoods;
    }

    Likelihoods likelihoods() {
        return likelihoods;
    }

    FieldResult result() {
        return switch (this) {
            case SAME_HOUSE -> FieldResult.SAME;
            case SAME_PLACE, NEAR -> FieldResult.CLOSE;
            case SAME_REGION, DIFFERENT -> FieldResult.DIFFERENT;
        };
    }

    static AddressLevel of(AddressWords one, AddressWords other) {
        var shared = one.sharedWith(other);
        if (shared == 0) {
            return one.sameRegion(other) ? SAME_REGION : DIFFERENT;
        }
        if (one.sameHouse(other)) {
            return SAME_HOUSE;
        }
        var twoHouses = one.hasHouse() && other.hasHouse();
        return shared >= 2 && !twoHouses ? SAME_PLACE : NEAR;
    }
}
