package org.ancregistry.server.indicators;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Works all that is counted out anew once a week, since what is changed past the storage hooks, or was there before them,
 * is not in the tables. Works in short turns, each of which any node may take; how far it came is in the database.
 */
public class FactReconciling {

    private static final Logger LOG = LoggerFactory.getLogger(FactReconciling.class);
    private static final Duration TURN = Duration.ofSeconds(30);
    private static final Duration HANDED_OVER_AFTER = Duration.ofMinutes(15);
    private static final Duration EVERY = Duration.ofDays(7);
    private static final int AT_ONCE = 100;

    private final JdbcTemplate jdbc;
    private final FactRebuild rebuild;
    private final FactTables tables;
    private final Clock clock;

    FactReconciling(JdbcTemplate jdbc, FactRebuild rebuild, FactTables tables, Clock clock) {
        this.jdbc = jdbc;
        this.rebuild = rebuild;
        this.tables = tables;
        this.clock = clock;
    }

    /** One pass over all women, as far as it has come. */
    private record Pass(long number, long lastPerson) {}

    /** One turn; the next one comes soon while there is work, on this node or on another. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT45S")
    void turn() {
        if (isMine()) {
            var done = work(begun().orElseGet(this::begin));
            dueAgain(done ? clock.instant().plus(EVERY) : clock.instant());
        }
    }

    /** A whole pass without a pause. */
    public void pass() {
        var pass = begun().orElseGet(this::begin);
        while (!work(pass)) {
            pass = begun().orElseThrow();
        }
    }

    private boolean work(Pass pass) {
        var until = clock.instant().plus(TURN);
        var last = pass.lastPerson();
        FactRebuild.Step step;
        do {
            step = rebuild.after(last, AT_ONCE);
            last = step.lastPerson();
            jdbc.update("update indicator_progress set last_person = ? where pass = ?", last, pass.number());
        } while (step.more() && clock.instant().isBefore(until));
        if (step.more()) {
            LOG.info("Working indicators out anew: came to number {}", last);
            return false;
        }
        finish(pass.number());
        return true;
    }

    private void finish(long pass) {
        var forgotten = tables.forgetStrangers();
        jdbc.update(
                "update indicator_progress set finished_at = ? where pass = ?", Timestamp.from(clock.instant()), pass);
        LOG.info("Worked indicators out anew; {} rows of nobody removed", forgotten);
    }

    private Optional<Pass> begun() {
        return jdbc
                .query(
                        "select pass, last_person from indicator_progress where finished_at is null"
                                + " order by pass desc fetch first 1 rows only",
                        (row, i) -> new Pass(row.getLong(1), row.getLong(2)))
                .stream()
                .findFirst();
    }

    private Pass begin() {
        jdbc.update(
                "insert into indicator_progress (last_person, started_at) values (-1, ?)",
                Timestamp.from(clock.instant()));
        return begun().orElseThrow();
    }

    /** One statement decides. A node that dies in its turn is replaced after some minutes. */
    private boolean isMine() {
        var now = clock.instant();
        return jdbc.update(
                        "update housekeeping set due_at = ? where job = 'indicator-facts' and due_at <= ?",
                        Timestamp.from(now.plus(HANDED_OVER_AFTER)),
                        Timestamp.from(now))
                == 1;
    }

    private void dueAgain(Instant when) {
        jdbc.update("update housekeeping set due_at = ? where job = 'indicator-facts'", Timestamp.from(when));
    }
}
