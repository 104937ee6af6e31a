package org.ancregistry.server.registry;

import java.util.Collections;
import java.util.stream.IntStream;
import org.ancregistry.operations.Problem;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes transactions that may be about the same person go one after the other. What they share falls on the same rows of a
 * table of locks, which works alike on every database; two strangers who fall on one row only wait a little.
 */
public final class LockStripes {

    private final JdbcTemplate jdbc;
    private final String table;
    private final int size;
    private final String busy;

    /**
     * @param table of the locks, with the numbers from 0 in its column {@code stripe}
     * @param size how many there are
     * @param busy what somebody is told who has waited too long
     */
    public LockStripes(JdbcTemplate jdbc, String table, int size, String busy) {
        this.jdbc = jdbc;
        this.table = table;
        this.size = size;
        this.busy = busy;
    }

    /**
     * Waits for everybody who holds one of the keys, and holds them until the transaction ends; in one order for everybody,
     * so that no two wait for one another.
     *
     * @param keys the same for the same person on every node
     * @throws org.ancregistry.operations.Refusal {@link Problem#REQUEST_BUSY} when it takes too long
     */
    public void hold(IntStream keys) {
        var rows = keys.map(key -> Math.floorMod(key, size))
                .distinct()
                .sorted()
                .boxed()
                .toArray();
        if (rows.length == 0) {
            return;
        }
        var places = String.join(", ", Collections.nCopies(rows.length, "?"));
        try {
            jdbc.queryForList(
                    "select stripe from " + table + " where stripe in (" + places + ") order by stripe for update",
                    Integer.class,
                    rows);
        } catch (QueryTimeoutException | PessimisticLockingFailureException tooLong) {
            throw Problem.REQUEST_BUSY.because(busy);
        }
    }
}
