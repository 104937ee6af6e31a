package org.ancregistry.domain.matching;

/**
 * Whether one area cares for both, where one side has no address: what little is known of where she lives. With two
 * addresses it is part of {@link AddressLevel}.
 */
enum AreaLevel implements Level {
    SAME,
    /** As after a move: an area is not where a woman was born. */
    OTHER;

    @Override
    public String field() {
        return "area";
    }
}
