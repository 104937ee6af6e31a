package org.ancregistry.domain.matching;

/** How family names agree. */
enum FamilyLevel implements Level {
    SAME,
    CLOSE,
    /** One side has it as an initial, or not at all. */
    NOT_WRITTEN_OUT,
    /** As after a marriage. */
    DIFFERENT;

    @Override
    public String field() {
        return "family";
    }
}
