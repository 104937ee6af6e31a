package org.ancregistry.server.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long and how much is measured.
 *
 * @param warmUp how long each side runs before it counts
 * @param turn how long a side runs before the other has its turn
 * @param turns how many turns each side has at each number of clients
 * @param clients how many clients ask at the same time, one number for each row of the table
 * @param mothers how many are registered before anything is measured
 * @param visits how many the mother with the long record has had
 * @param compiler flags for the measured Java processes besides those of production
 */
record Pace(
        Duration warmUp,
        Duration turn,
        int turns,
        List<Integer> clients,
        int mothers,
        int visits,
        List<String> compiler) {

    private static final List<String> FIRST_COMPILER = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    Pace {
        clients = List.copyOf(clients);
        compiler = List.copyOf(compiler);
    }

    /** For figures that somebody is told: about a quarter of an hour. */
    static Pace full() {
        return new Pace(Duration.ofSeconds(10), Duration.ofSeconds(2), 5, List.of(1, 8), 300, 60, List.of());
    }

    /**
     * To see, while one works on something, which way it goes: short turns, and the first compiler, which is done with its
     * work when they begin.
     */
    static Pace brief() {
        return new Pace(Duration.ofSeconds(8), Duration.ofSeconds(1), 4, List.of(1, 8), 150, 60, FIRST_COMPILER);
    }

    /** To see that everything can still be measured; its figures mean nothing. */
    static Pace quick() {
        return new Pace(Duration.ofMillis(500), Duration.ofSeconds(1), 1, List.of(2), 25, 3, FIRST_COMPILER);
    }
}
