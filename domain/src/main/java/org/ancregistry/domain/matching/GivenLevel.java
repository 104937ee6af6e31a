package org.ancregistry.domain.matching;

/** How given names agree that are written out. */
enum GivenLevel implements Level {
    SEVERAL_SAME,
    ONE_SAME,
    CLOSE,
    /** One agrees and another contradicts: sisters often share one. */
    MIXED,
    CONTRADICTORY,
    /** One side has none written out. */
    MISSING;

    @Override
    public String field() {
        return "given";
    }
}
