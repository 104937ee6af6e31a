package org.ancregistry.server.matching;

import java.util.Collection;
import java.util.Collections;
import org.ancregistry.operations.Problem;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes two transactions that may be about one woman go one after the other. The keys they share fall on the same rows of
 * a table of locks, which works alike on every database; two strangers who fall on one row only wait a little.
 */
final class MatchLocks {

    private static final int STRIPES = 4096;

    private final JdbcTemplate jdbc;

    MatchLocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In one order for everybody, so that no two wait for one another. */
    void hold(Collection<Long> keys) {
        var stripes = keys.stream()
                .map(key -> Math.floorMod(key, STRIPES))
                .distinct()
                .sorted()
                .toArray();
        if (stripes.length == 0) {
            return;
        }
        var places = String.join(", ", Collections.nCopies(stripes.length, "?"));
        try {
            jdbc.queryForList(
                    "select stripe from match_lock where stripe in (" + places + ") order by stripe for update",
                    Integer.class,
                    stripes);
        } catch (QueryTimeoutException | PessimisticLockingFailureException tooLong) {
            throw Problem.REQUEST_BUSY.because("Somebody registers a woman like her at this moment: send it again.");
        }
    }
}
