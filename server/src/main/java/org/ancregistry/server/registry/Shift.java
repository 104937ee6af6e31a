package org.ancregistry.server.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A job that one node does at a time, whichever comes first: its row of {@code housekeeping} says when it is due. A node
 * that dies meanwhile, or is held up, is replaced after a while, and then has nothing to say in it any more.
 */
public final class Shift {

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final String job;
    private final Duration handedOverAfter;
    private volatile @Nullable Timestamp held;

    /** @param handedOverAfter longer than a turn of the job takes, or a step of it where each asks to {@link #goOn} */
    public Shift(JdbcTemplate jdbc, Clock clock, String job, Duration handedOverAfter) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.job = job;
        this.handedOverAfter = handedOverAfter;
    }

    /** Whether the job is due and this node has it from now on; one statement decides. */
    public boolean begin() {
        var until = after(handedOverAfter);
        var begun = jdbc.update(
                        "update housekeeping set due_at = ? where job = ? and due_at <= ?",
                        until,
                        job,
                        after(Duration.ZERO))
                == 1;
        held = begun ? until : null;
        return begun;
    }

    /** Whether this node still has it; then it has it for as long again. */
    public boolean goOn() {
        var until = after(handedOverAfter);
        var still = replace(until);
        held = still ? until : null;
        return still;
    }

    /** Does a turn if it is due, and gives it back whatever comes: after what the turn answers, or after a fault's pause. */
    public void turn(Duration afterFault, Supplier<Duration> work) {
        if (!begin()) {
            return;
        }
        var pause = afterFault;
        try {
            pause = work.get();
        } finally {
            end(pause);
        }
    }

    /** Gives it back: it is due again after {@code pause}, unless another node has it by now. */
    public void end(Duration pause) {
        replace(after(pause));
        held = null;
    }

    private boolean replace(Timestamp due) {
        return held != null
                && jdbc.update("update housekeeping set due_at = ? where job = ? and due_at = ?", due, job, held) == 1;
    }

    /** As exactly as a database keeps it. */
    private Timestamp after(Duration pause) {
        return Timestamp.from(clock.instant().plus(pause).truncatedTo(ChronoUnit.MICROS));
    }
}
