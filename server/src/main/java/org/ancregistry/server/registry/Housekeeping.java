package org.ancregistry.server.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes away counted attempts that nothing looks at any more. Requests and their answers stay: a repeat is promised the
 * same answer for as long as the record is kept.
 */
class Housekeeping {

    static final Duration KEPT = Duration.ofDays(1);
    static final int BATCH = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Shift shift;

    Housekeeping(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.shift = new Shift(jdbc, clock, "request-attempts", PAUSE);
    }

    /** On one node only, however many there are; the others find that it is not due. */
    @Scheduled(fixedDelayString = "PT20M", initialDelayString = "PT3M")
    void tidyUp() {
        if (shift.begin()) {
            var removed = removeOldAttempts();
            if (removed > 0) {
                LOG.info("Removed {} old counts of attempts", removed);
            }
        }
    }

    /** In batches, so that nobody who is counted waits for a long deletion. */
    private int removeOldAttempts() {
        var before = Timestamp.from(clock.instant().minus(KEPT));
        var removed = 0;
        int batch;
        do {
            batch = jdbc.update(
                    "delete from request_attempt where (caller, operation, begins) in"
                            + " (select caller, operation, begins from request_attempt where begins < ? limit "
                            + BATCH + ")",
                    before);
            removed += batch;
        } while (batch == BATCH);
        return removed;
    }
}
