package org.ancregistry.portals.mother;

import java.util.Arrays;
import java.util.Optional;

/**
 * A stretch of a pregnancy with words of its own: what happens, what to do now. The words are in the messages under {@code
 * stage.<first week>}; they are this project's own and await review like all others.
 *
 * @param week completed weeks
 */
record Stage(int week) {

    /** The completed weeks with which a new stretch begins. */
    private static final int[] BEGINS = {0, 8, 12, 16, 20, 24, 28, 32, 36, 38, 41};

    /** From then on she is told about her baby's movements each time (screens M1). */
    private static final int MOVEMENTS = 28;

    private static final int TERM = 40;
    private static final int LINE_BEGINS = 10;
    private static final int LINE_LENGTH = 300;

    /** Of that day of pregnancy; none before it began and long after its end. */
    static Optional<Stage> on(int days) {
        return days < 0 || days > 7 * 44 ? Optional.empty() : Optional.of(new Stage(days / 7));
    }

    /** The week with which her present stretch began. */
    public int begins() {
        return Arrays.stream(BEGINS).filter(begin -> begin <= week).max().orElse(0);
    }

    public boolean speaksOfMovements() {
        return week >= MOVEMENTS;
    }

    /** Weeks that are left until forty are full. */
    public int left() {
        return Math.max(TERM - week, 0);
    }

    /** Where she is on a line of forty weeks, in the drawing's own units. */
    public int x() {
        return LINE_BEGINS + Math.min(week, TERM) * LINE_LENGTH / TERM;
    }
}
