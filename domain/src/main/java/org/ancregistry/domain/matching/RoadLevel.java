package org.ancregistry.domain.matching;

/** How the roads of two addresses agree. In two places a name says nothing: each has a Temple Road. */
enum RoadLevel implements Level {
    SAME,
    OTHER,
    NOT_SAID;

    @Override
    public String field() {
        return "road";
    }
}
