package org.ancregistry.server.matching;

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
 * Holds the match index against the record once a day, since what is changed past the storage hooks, or was there before
 * them, is not in it. Works in short turns, each of which any node may take; how far it came is in the database.
 */
class MatchReconciling {

    private static final Logger LOG = LoggerFactory.getLogger(MatchReconciling.class);
    private static final Duration TURN = Duration.ofSeconds(30);
    private static final Duration HANDED_OVER_AFTER = Duration.ofMinutes(15);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final int AT_ONCE = 200;

    private final JdbcTemplate jdbc;
    private final IndexMending mending;
    private final Census census;
    private final Learned learned;
    private final Clock clock;

    MatchReconciling(JdbcTemplate jdbc, IndexMending mending, Census census, Learned learned, Clock clock) {
        this.jdbc = jdbc;
        this.mending = mending;
        this.census = census;
        this.learned = learned;
        this.clock = clock;
    }

    /** One pass over all women, as far as it has come. */
    private record Pass(long number, long lastPerson, long mended) {}

    /** One turn; the next one comes soon while there is work, on this node or on another. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT15S")
    void turn() {
        if (isMine()) {
            var done = work(begun().orElseGet(this::begin));
            dueAgain(done ? clock.instant().plus(EVERY) : clock.instant());
        }
    }

    /** A whole pass without a pause; answers how many women were entered. */
    long pass() {
        var pass = begun().orElseGet(this::begin);
        while (!work(pass)) {
            pass = begun().orElseThrow();
        }
        var mended = jdbc.queryForObject("select mended from match_progress where pass = ?", Long.class, pass.number());
        return mended == null ? 0 : mended;
    }

    private boolean work(Pass pass) {
        var until = clock.instant().plus(TURN);
        var last = pass.lastPerson();
        var mended = pass.mended();
        IndexMending.Step step;
        do {
            step = mending.after(last, AT_ONCE);
            last = step.lastPerson();
            mended += step.mended();
            note(pass.number(), last, mended);
        } while (step.more() && clock.instant().isBefore(until));
        if (step.more()) {
            LOG.info("Mending the match index: {} women entered, last number {}", mended, last);
            return false;
        }
        finish(pass.number(), mended);
        return true;
    }

    private void finish(long pass, long mended) {
        var forgotten = mending.forget();
        census.take();
        learned.refresh();
        jdbc.update("update match_progress set finished_at = ? where pass = ?", Timestamp.from(clock.instant()), pass);
        if (mended + forgotten > 0) {
            LOG.info("Mended the match index: {} women entered, {} rows of nobody removed", mended, forgotten);
        }
    }

    private void note(long pass, long last, long mended) {
        jdbc.update("update match_progress set last_person = ?, mended = ? where pass = ?", last, mended, pass);
    }

    private Optional<Pass> begun() {
        return jdbc
                .query(
                        "select pass, last_person, mended from match_progress where finished_at is null"
                                + " order by pass desc fetch first 1 rows only",
                        (row, i) -> new Pass(row.getLong(1), row.getLong(2), row.getLong(3)))
                .stream()
                .findFirst();
    }

    private Pass begin() {
        jdbc.update(
                "insert into match_progress (last_person, mended, started_at) values (-1, 0, ?)",
                Timestamp.from(clock.instant()));
        return begun().orElseThrow();
    }

    /** One statement decides. A node that dies in its turn is replaced after some minutes. */
    private boolean isMine() {
        var now = clock.instant();
        return jdbc.update(
                        "update housekeeping set due_at = ? where job = 'match-index' and due_at <= ?",
                        Timestamp.from(now.plus(HANDED_OVER_AFTER)),
                        Timestamp.from(now))
                == 1;
    }

    private void dueAgain(Instant when) {
        jdbc.update("update housekeeping set due_at = ? where job = 'match-index'", Timestamp.from(when));
    }
}
