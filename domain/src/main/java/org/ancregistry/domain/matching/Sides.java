package org.ancregistry.domain.matching;

import org.jspecify.annotations.Nullable;

/** The two values of a field as they are shown. */
record Sides(String name, @Nullable String given, @Nullable String recorded) {

    static Sides of(String name, @Nullable Object given, @Nullable Object recorded) {
        return new Sides(name, given == null ? null : given.toString(), recorded == null ? null : recorded.toString());
    }

    /** Masked: what is compared is in no log. */
    @Override
    public String toString() {
        return "Sides[" + name + "]";
    }
}
