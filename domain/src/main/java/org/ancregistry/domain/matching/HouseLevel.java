package org.ancregistry.domain.matching;

/** How the names of the house (ge-names) agree. */
enum HouseLevel implements Level {
    SAME,
    MISSING,
    DIFFERENT;

    @Override
    public String field() {
        return "house";
    }
}
