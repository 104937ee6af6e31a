package org.ancregistry.server.matching;

import java.time.Clock;
import java.time.Duration;
import org.ancregistry.server.registry.Passes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Holds the match index against the record once a day, since what is changed past the storage hooks, or was there before
 * them, is not in it.
 */
class MatchReconciling implements Passes.Work {

    private static final Logger LOG = LoggerFactory.getLogger(MatchReconciling.class);
    private static final int AT_ONCE = 500;
    private static final Passes.Job JOB =
            new Passes.Job("match-index", "match_progress", "mended", Duration.ofDays(1), Duration.ofSeconds(30));

    private final Passes passes;
    private final IndexMending mending;
    private final Census census;
    private final Learned learned;

    MatchReconciling(JdbcTemplate jdbc, IndexMending mending, Census census, Learned learned, Clock clock) {
        this.passes = new Passes(jdbc, clock, JOB, this);
        this.mending = mending;
        this.census = census;
        this.learned = learned;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT15S")
    void turn() {
        passes.turn();
    }

    /** A whole pass without a pause; answers how many women were entered. */
    long pass() {
        return passes.all();
    }

    @Override
    public Passes.Step after(long person) {
        return mending.after(person, AT_ONCE);
    }

    @Override
    public void finish(long mended) {
        var forgotten = mending.forget();
        census.take();
        learned.refresh();
        if (mended + forgotten > 0) {
            LOG.info("Mended the match index: {} women entered, {} rows of nobody removed", mended, forgotten);
        }
    }
}
