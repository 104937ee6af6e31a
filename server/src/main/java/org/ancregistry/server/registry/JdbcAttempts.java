package org.ancregistry.server.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Attempts in the database, so that they count on every node and a refused request does not undo the count. */
final class JdbcAttempts implements Attempts {

    private static final Duration STRETCH = Duration.ofMinutes(10);
    private static final int CALLERS_AT_AN_ADDRESS = 10;
    private static final String KEY = " where caller = ? and operation = ? and begins = ?";

    private final JdbcTemplate jdbc;
    private final FirstCome firstCome;
    private final TransactionOperations ownTransaction;
    private final Clock clock;
    private final int most;
    private final Supplier<Optional<String>> address;

    /**
     * Counts in {@code jdbc}.
     *
     * @param ownTransaction begins a transaction of its own
     * @param most attempts that a caller has in ten minutes; a network address, behind which a clinic may sit, has ten
     *     times as many
     * @param address where the request that is answered came from
     */
    JdbcAttempts(
            JdbcTemplate jdbc,
            TransactionOperations ownTransaction,
            Clock clock,
            int most,
            Supplier<Optional<String>> address) {
        this.address = address;
        this.jdbc = jdbc;
        this.firstCome = new FirstCome(jdbc);
        this.ownTransaction = ownTransaction;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public void count(Caller caller, String what) {
        var byCaller = countedApart(caller.id(), what) > most;
        var byAddress = address.get()
                .filter(from -> countedApart("@" + from, what) > most * CALLERS_AT_AN_ADDRESS)
                .isPresent();
        if (byCaller || byAddress) {
            throw Problem.TOO_MANY_ATTEMPTS.because("Too many attempts: wait ten minutes, or ask a supervisor.");
        }
    }

    private int countedApart(String who, String what) {
        return Objects.requireNonNull(ownTransaction.execute(status -> counted(who, what)));
    }

    private int counted(String caller, String what) {
        var begins = Timestamp.from(beginning());
        var first = jdbc.update("update request_attempt set attempts = attempts + 1" + KEY, caller, what, begins) == 0
                && firstCome.insert(
                        "insert into request_attempt (caller, operation, begins, attempts) values (?, ?, ?, 1)",
                        caller,
                        what,
                        begins);
        if (first) {
            return 1;
        }
        var sofar =
                jdbc.queryForObject("select attempts from request_attempt" + KEY, Integer.class, caller, what, begins);
        return Objects.requireNonNull(sofar);
    }

    private Instant beginning() {
        var seconds = STRETCH.toSeconds();
        return Instant.ofEpochSecond(clock.instant().getEpochSecond() / seconds * seconds);
    }
}
