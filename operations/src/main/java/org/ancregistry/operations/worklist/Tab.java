package org.ancregistry.operations.worklist;

import java.util.Arrays;
import java.util.Optional;

/** One way to look at the mothers of an area. */
public enum Tab {
    /** She can come now, is late, nobody knows yet how far she is, or who she is was not verified. */
    NEEDS_ACTION("needs-action"),
    /** The days on which her contact was in time are over. */
    OVERDUE("overdue"),
    /** She can come today or on one of the six days after it. */
    THIS_WEEK("this-week"),
    /** Every pregnancy that is looked after. */
    ALL("all"),
    /** Pregnancies that are over, as long as the area reaches the women. */
    DELIVERED("delivered");

    private final String code;

    Tab(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Optional<Tab> of(String code) {
        return Arrays.stream(values()).filter(tab -> tab.code.equals(code)).findFirst();
    }
}
