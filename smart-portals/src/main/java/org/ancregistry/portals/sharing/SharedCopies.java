package org.ancregistry.portals.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies of records that women show with a link and a PIN, until a quarter of an hour is over or three PINs were wrong. */
final class SharedCopies implements OpenCodes {

    static final Duration OPEN_FOR = Duration.ofMinutes(15);
    static final int TRIES = 3;
    static final int MOST_AT_ONCE = 5;

    private static final String DIGITS = "0123456789";
    static final int PIN_LENGTH = 6;

    private final JdbcClient database;
    private final Clock clock;

    SharedCopies(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What she gives away; shown once, and kept nowhere.
     *
     * @param token the end of the link
     */
    record Given(String token, String pin, Instant until) {

        @Override
        public String toString() {
            return "Given[" + until + "]";
        }
    }

    /**
     * A link of hers whose time is not over.
     *
     * @param id under which it is kept
     * @param opened how often it was opened
     * @param shut whether so many PINs were wrong that it opens no more
     */
    record Open(
            String id, Instant until, int opened, @Nullable Instant lastOpened, boolean shut) {}

    /**
     * What became of a try.
     *
     * @param shown where link and PIN were right
     * @param shut whose link this wrong PIN closed: {@code Patient/…}
     */
    record Try(Optional<Shown> shown, Optional<String> shut) {

        private static final Try NOTHING = new Try(Optional.empty(), Optional.empty());
    }

    /** What a link leads to. */
    record Shown(String patient, String content) {

        @Override
        public String toString() {
            return "Shown[" + patient + "]";
        }
    }

    Given give(String patient, String content) {
        var token = Randomness.token();
        var pin = Randomness.code(DIGITS, PIN_LENGTH);
        var until = clock.instant().plus(OPEN_FOR);
        database.sql("insert into shared_record (token_hash, patient, content, expires_at, tries, opened)"
                        + " values (?, ?, ?, ?, 0, 0)")
                .params(Randomness.digest(token), patient, SealedCopy.of(content, token, pin), at(until))
                .update();
        return new Given(token, pin, until);
    }

    /** A try is counted before the PIN is looked at, so that nobody tries twice at once. */
    Try open(String token, String pin) {
        var id = Randomness.digest(token);
        var counted = database.sql(
                        "update shared_record set tries = tries + 1 where token_hash = ? and tries < ? and expires_at > ?")
                .params(id, TRIES, now())
                .update();
        return counted == 0
                ? Try.NOTHING
                : database.sql("select patient, content, tries from shared_record where token_hash = ?")
                        .param(id)
                        .query((row, i) -> opened(row, token, pin))
                        .optional()
                        .orElse(Try.NOTHING);
    }

    private static Try opened(ResultSet row, String token, String pin) throws SQLException {
        var patient = row.getString("patient");
        var content = SealedCopy.open(row.getString("content"), token, pin);
        return content.isEmpty() && row.getInt("tries") >= TRIES
                ? new Try(Optional.empty(), Optional.of(patient))
                : new Try(content.map(text -> new Shown(patient, text)), Optional.empty());
    }

    /** The PIN was right: earlier slips are forgotten. */
    void opened(String token) {
        database.sql("update shared_record set tries = 0, opened = opened + 1, last_opened_at = ? where token_hash = ?")
                .params(now(), Randomness.digest(token))
                .update();
    }

    /** The links of hers that can be opened, and those that wrong PINs closed before their time, the newest first. */
    List<Open> of(String patient) {
        return database.sql("select token_hash, expires_at, opened, last_opened_at, tries from shared_record"
                        + " where patient = ? and expires_at > ? order by expires_at desc")
                .params(patient, now())
                .query(SharedCopies::open)
                .list();
    }

    void end(String patient, String id) {
        database.sql("delete from shared_record where token_hash = ? and patient = ?")
                .params(id, patient)
                .update();
    }

    @Override
    public void end(String patient) {
        database.sql("delete from shared_record where patient = ?")
                .param(patient)
                .update();
    }

    void forgetOver() {
        database.sql("delete from shared_record where expires_at < ?")
                .param(now())
                .update();
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        var last = row.getObject("last_opened_at", OffsetDateTime.class);
        return new Open(
                row.getString("token_hash"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("opened"),
                last == null ? null : last.toInstant(),
                row.getInt("tries") >= TRIES);
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
