package org.ancregistry.domain.matching;

/** How the places of two addresses agree: the villages and towns, apart from door and road. */
enum AddressLevel implements Level {
    /** Two words or more of the place. */
    SAME_PLACE,
    /** A single word of the place: a village, or a town that has many women. */
    NEAR,
    /** None that agrees, with one number of one road: one side names the village, the other the town. */
    OTHER_WORDS,
    /** In care of one area. */
    SAME_AREA,
    /** Nothing but the district. */
    SAME_REGION,
    DIFFERENT;

    @Override
    public String field() {
        return "address";
    }

    /** Whether the two are of one village or town. */
    boolean isOnePlace() {
        return this == SAME_PLACE || this == NEAR;
    }
}
