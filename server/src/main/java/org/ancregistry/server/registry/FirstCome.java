package org.ancregistry.server.registry;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets a unique constraint decide who was first, inside the running transaction. A second comer waits until the first
 * one's transaction ends; the transaction of one who loses goes on.
 */
public final class FirstCome {

    private final JdbcTemplate jdbc;

    public FirstCome(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts one row, unless its key is taken. */
    public boolean insert(String sql, @Nullable Object... values) {
        return unlessTaken(() -> jdbc.update(sql, values));
    }

    /**
     * Does all of {@code inserts}, or nothing of it when one key is taken.
     *
     * @throws ResourceVersionConflictException when the database would not wait for the first one any longer, or two wait
     *     for one another: the whole act is worth another attempt
     */
    boolean unlessTaken(Runnable inserts) {
        ConnectionCallback<Boolean> attempt = connection -> attempt(connection, inserts);
        try {
            return Objects.requireNonNull(jdbc.execute(attempt));
        } catch (QueryTimeoutException | PessimisticLockingFailureException tooLong) {
            var inTheWay = new ResourceVersionConflictException("Another act of the same kind is not finished.");
            inTheWay.initCause(tooLong);
            throw inTheWay;
        }
    }

    private static boolean attempt(Connection connection, Runnable inserts) throws SQLException {
        var before = connection.setSavepoint();
        try {
            inserts.run();
            connection.releaseSavepoint(before);
            return true;
        } catch (DuplicateKeyException taken) {
            connection.rollback(before);
            return false;
        }
    }
}
