package org.ancregistry.domain.matching;

/** How the house numbers of two addresses agree. In two places a number says nothing: each has a number 12. */
enum DoorLevel implements Level {
    SAME,
    OTHER,
    NOT_SAID;

    @Override
    public String field() {
        return "door";
    }
}
