package org.ancregistry.server.indicators;

import java.util.Collection;
import java.util.Collections;
import org.ancregistry.operations.Problem;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes two transactions that change what is counted of one woman go one after the other, so that the later one counts
 * what the earlier one wrote. Women fall on the rows of a table of locks, which works alike on every database.
 */
final class FactLocks {

    private static final int STRIPES = 1024;

    private final JdbcTemplate jdbc;

    FactLocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In one order for everybody, so that no two wait for one another. */
    void hold(Collection<String> patients) {
        var stripes = patients.stream()
                .map(patient -> Math.floorMod(patient.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .toArray();
        if (stripes.length == 0) {
            return;
        }
        var places = String.join(", ", Collections.nCopies(stripes.length, "?"));
        try {
            jdbc.queryForList(
                    "select stripe from indicator_lock where stripe in (" + places + ") order by stripe for update",
                    Integer.class,
                    stripes);
        } catch (QueryTimeoutException | PessimisticLockingFailureException tooLong) {
            throw Problem.REQUEST_BUSY.because("Somebody writes to her record at this moment: send it again.");
        }
    }
}
