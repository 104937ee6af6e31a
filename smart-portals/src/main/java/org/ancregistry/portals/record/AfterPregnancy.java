package org.ancregistry.portals.record;

import java.time.LocalDate;

/** With which words a woman is met when her pregnancy is over; the names are those of the page's messages. */
public enum AfterPregnancy {
    /** She goes on being pregnant, or nothing is known of an end. */
    NONE(""),
    /** Every child lives and is still small. */
    BIRTH("birth"),
    /** A child may have died: nothing speaks of a baby, and nobody counts weeks. */
    LOSS("loss"),
    /** It is over for another reason, or long ago. */
    OVER("over");

    private final String word;

    AfterPregnancy(String word) {
        this.word = word;
    }

    public static AfterPregnancy of(MotherRecord record, LocalDate today) {
        return record.ended().map(ended -> of(ended, today)).orElse(NONE);
    }

    private static AfterPregnancy of(Ended ended, LocalDate today) {
        if (ended.isGrief()) {
            return LOSS;
        }
        return ended.isPostnatal(today) ? BIRTH : OVER;
    }

    public String word() {
        return word;
    }

    /** Whether the page may speak of her baby. */
    boolean speaksOfBaby() {
        return this == NONE || this == BIRTH;
    }
}
