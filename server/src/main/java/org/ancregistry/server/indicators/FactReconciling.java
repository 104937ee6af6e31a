package org.ancregistry.server.indicators;

import java.time.Clock;
import java.time.Duration;
import org.ancregistry.server.registry.Passes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Works all that is counted out anew once a week, since what is changed past the storage hooks, or was there before them,
 * is not in the tables.
 */
public class FactReconciling {

    private static final Logger LOG = LoggerFactory.getLogger(FactReconciling.class);
    private static final int AT_ONCE = 100;
    private static final Passes.Job JOB = new Passes.Job(
            "indicator-facts", "indicator_progress", "worked_out", Duration.ofDays(7), Duration.ofSeconds(30));

    private final Passes passes;

    FactReconciling(JdbcTemplate jdbc, FactRebuild rebuild, FactTables tables, Clock clock) {
        this.passes = new Passes(jdbc, clock, JOB, new Passes.Work() {
            @Override
            public Passes.Step after(long person) {
                return rebuild.after(person, AT_ONCE);
            }

            @Override
            public void finish(long women) {
                LOG.info(
                        "Worked indicators out anew for {} women; {} rows of nobody removed",
                        women,
                        tables.forgetStrangers());
            }
        });
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT45S")
    void turn() {
        passes.turn();
    }

    /** A whole pass without a pause. */
    public void pass() {
        passes.all();
    }
}
