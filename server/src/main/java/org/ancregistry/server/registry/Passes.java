package org.ancregistry.server.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A job that goes through all women, one pass after another, in short turns of which any node may take each. When it is due
 * stands in {@code housekeeping}, and how far a pass has come in a table of the job's own: one that was interrupted goes on
 * where it stopped.
 */
public final class Passes {

    private static final Duration HANDED_OVER_AFTER = Duration.ofMinutes(15);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Job job;
    private final Shift shift;
    private final Work work;

    public Passes(JdbcTemplate jdbc, Clock clock, Job job, Work work) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.job = job;
        this.shift = new Shift(jdbc, clock, job.name(), HANDED_OVER_AFTER);
        this.work = work;
    }

    /**
     * What is known of a job beforehand.
     *
     * @param name in {@code housekeeping}
     * @param table of its passes
     * @param counts the column of that table that says how many were done
     * @param every how long after a pass the next one begins
     * @param turn after how long another node may go on
     */
    public record Job(String name, String table, String counts, Duration every, Duration turn) {}

    /** What the job does. */
    public interface Work {

        /** Some women after {@code person}, all that is written of one or nothing. */
        Step after(long person);

        /** At the end of a pass in which {@code done} were done; an interrupted end comes again. */
        void finish(long done);
    }

    /**
     * What was done at once.
     *
     * @param lastPerson HAPI's number of the last woman looked at
     * @param done how many were done
     * @param more whether there may be others after her
     */
    public record Step(long lastPerson, long done, boolean more) {}

    private record Pass(long number, long lastPerson, long done) {}

    /** Does a turn if the job is due and no other node has it; the next turn comes soon while there is work. */
    public void turn() {
        if (shift.begin()) {
            var finished = goOn(begunOrNew());
            shift.end(finished ? job.every() : Duration.ZERO);
        }
    }

    /** A whole pass without a pause; answers how many were done in it, also before it was interrupted. */
    public long all() {
        var pass = begunOrNew();
        while (!goOn(pass)) {
            pass = begunOrNew();
        }
        var done = jdbc.queryForObject(
                "select " + job.counts() + " from " + job.table() + " where pass = ?", Long.class, pass.number());
        return done == null ? 0 : done;
    }

    private boolean goOn(Pass pass) {
        var until = clock.instant().plus(job.turn());
        var last = pass.lastPerson();
        var done = pass.done();
        Step step;
        do {
            step = work.after(last);
            last = step.lastPerson();
            done += step.done();
            jdbc.update(
                    "update " + job.table() + " set last_person = ?, " + job.counts() + " = ? where pass = ?",
                    last,
                    done,
                    pass.number());
        } while (step.more() && clock.instant().isBefore(until));
        if (!step.more()) {
            work.finish(done);
            jdbc.update(
                    "update " + job.table() + " set finished_at = ? where pass = ?",
                    Timestamp.from(clock.instant()),
                    pass.number());
        }
        return !step.more();
    }

    private Pass begunOrNew() {
        return begun().orElseGet(() -> {
            jdbc.update(
                    "insert into " + job.table() + " (last_person, " + job.counts() + ", started_at) values (-1, 0, ?)",
                    Timestamp.from(clock.instant()));
            return begun().orElseThrow();
        });
    }

    private Optional<Pass> begun() {
        return jdbc
                .query(
                        "select pass, last_person, " + job.counts() + " from " + job.table()
                                + " where finished_at is null order by pass desc fetch first 1 rows only",
                        (row, i) -> new Pass(row.getLong(1), row.getLong(2), row.getLong(3)))
                .stream()
                .findFirst();
    }
}
