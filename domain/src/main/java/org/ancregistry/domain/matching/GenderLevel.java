package org.ancregistry.domain.matching;

/** How the sex on two records agrees. */
enum GenderLevel implements Level {
    SAME,
    DIFFERENT;

    @Override
    public String field() {
        return "gender";
    }

    FieldResult result() {
        return this == SAME ? FieldResult.SAME : FieldResult.DIFFERENT;
    }
}
