package org.ancregistry.domain.indicators;

import java.util.Arrays;
import java.util.Comparator;

/** The groups of completed years by which WHO has antenatal indicators broken down; their codes sort by age. */
public enum AgeGroup {
    BELOW_15("0-14", 0),
    FROM_15_TO_19("15-19", 15),
    FROM_20_TO_34("20-34", 20),
    FROM_35("35+", 35);

    private final String code;
    private final int from;

    AgeGroup(String code, int from) {
        this.code = code;
        this.from = from;
    }

    public String code() {
        return code;
    }

    /**
     * The group of a woman of that age.
     *
     * @param years completed years, not negative
     */
    public static AgeGroup of(int years) {
        return Arrays.stream(values())
                .filter(group -> group.from <= years)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("Nobody is " + years + " years old"));
    }
}
