package org.ancregistry.portals.sharing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The addresses under which calendars ask for appointments: one for each woman, until she ends it or a year is over. */
final class CalendarFeeds {

    static final Duration OPEN_FOR = Duration.ofDays(365);

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Clock clock;

    CalendarFeeds(JdbcClient database, TransactionOperations transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An address that is open.
     *
     * @param asked when a calendar last asked
     */
    record Open(Instant made, @Nullable Instant asked) {}

    /** The secret end of a new address, which is kept nowhere; the one before it is over. */
    String open(String patient) {
        var token = Randomness.token();
        var now = clock.instant();
        transactions.executeWithoutResult(status -> {
            end(patient);
            database.sql("insert into calendar_feed (token_hash, patient, made_at, expires_at) values (?, ?, ?, ?)")
                    .params(Randomness.digest(token), patient, at(now), at(now.plus(OPEN_FOR)))
                    .update();
        });
        return token;
    }

    Optional<Open> of(String patient) {
        return database.sql("select made_at, asked_at from calendar_feed where patient = ? and expires_at > ?")
                .params(patient, at(clock.instant()))
                .query((row, number) -> {
                    var asked = row.getObject("asked_at", OffsetDateTime.class);
                    return new Open(
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            asked == null ? null : asked.toInstant());
                })
                .optional();
    }

    /** {@code Patient/…} whose calendar asks; empty when the address is over or never was. */
    Optional<String> asked(String token) {
        var now = at(clock.instant());
        var id = Randomness.digest(token);
        var counted = database.sql("update calendar_feed set asked_at = ? where token_hash = ? and expires_at > ?")
                .params(now, id, now)
                .update();
        return counted == 0
                ? Optional.empty()
                : database.sql("select patient from calendar_feed where token_hash = ?")
                        .param(id)
                        .query(String.class)
                        .optional();
    }

    void end(String patient) {
        database.sql("delete from calendar_feed where patient = ?")
                .param(patient)
                .update();
    }

    void forgetOver() {
        database.sql("delete from calendar_feed where expires_at < ?")
                .param(at(clock.instant()))
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
