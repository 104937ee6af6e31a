package org.ancregistry.server.health;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether the database answers and still has the shape it had at the start, in words for whoever is on call. */
final class DatabaseHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
    private static final String STEPS =
            "select (select count(*) from \"FLY_HFJ_MIGRATION\") + (select count(*) from \"flyway_registry\")";

    private final JdbcTemplate database;
    private final int stepsAtStart;

    DatabaseHealth(JdbcTemplate database) {
        this.database = database;
        this.stepsAtStart = steps();
    }

    @Override
    public Health health() {
        try {
            return steps() < stepsAtStart ? notMigrated() : Health.up().build();
        } catch (BadSqlGrammarException noTable) {
            return notMigrated();
        } catch (CannotGetJdbcConnectionException unreachable) {
            return down("The database does not answer.", unreachable);
        } catch (DataAccessException failure) {
            return down("The database answers with an error; see the log.", failure);
        }
    }

    private int steps() {
        var steps = database.queryForObject(STEPS, Integer.class);
        return steps == null ? 0 : steps;
    }

    private static Health notMigrated() {
        return problem("The database lacks migration steps; restart the registry to migrate it.");
    }

    private static Health down(String problem, DataAccessException cause) {
        LOG.warn("{}", problem, cause);
        return problem(problem);
    }

    private static Health problem(String problem) {
        return Health.down().withDetail("problem", problem).build();
    }
}
