package org.ancregistry.server.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** All turns of one side at one number of clients, as one row of figures. */
final class Tally {

    private static final double NANOS_IN_A_MILLI = 1e6;
    private static final double NANOS_IN_A_SECOND = 1e9;

    private final List<Turn> turns;
    private final long[] sorted;

    Tally(List<Turn> turns) {
        this.turns = List.copyOf(turns);
        this.sorted = turns.stream()
                .flatMap(turn -> turn.nanos().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    int requests() {
        return sorted.length;
    }

    List<String> errors() {
        return turns.stream().flatMap(turn -> turn.errors().stream()).toList();
    }

    double perSecond() {
        return requests() / (sum(Turn::took) / NANOS_IN_A_SECOND);
    }

    /** How long, in milliseconds, the fastest {@code percent} of a hundred took at most. */
    double percentile(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS_IN_A_MILLI;
    }

    /** Milliseconds of processor that the server used for one request. */
    double javaCpu() {
        return sum(Turn::javaCpu) / NANOS_IN_A_MILLI / requests();
    }

    /** Milliseconds of processor that PostgreSQL used for one request. */
    double databaseCpu() {
        return sum(Turn::databaseCpu) / NANOS_IN_A_MILLI / requests();
    }

    private double sum(Function<Turn, Duration> part) {
        return turns.stream().map(part).mapToDouble(Duration::toNanos).sum();
    }
}
