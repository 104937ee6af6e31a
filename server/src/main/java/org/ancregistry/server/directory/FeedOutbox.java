package org.ancregistry.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the directory is still to be told, in the order in which it was written, and what it would not hear. */
final class FeedOutbox {

    private static final String WAITING =
            "select id, phn, patient, attempts, faults from phn_feed where state = 'waiting'";
    private static final int OTHERS = 50;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    FeedOutbox(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One thing to tell.
     *
     * @param patient {@code Patient/…} on whose record the number stood
     * @param attempts how often it was tried while the directory heard nobody
     * @param faults how often it was not taken while the directory heard others
     */
    record Waiting(long id, Phn phn, String patient, int attempts, int faults) {}

    /**
     * How much there is.
     *
     * @param waiting to be told
     * @param refused set aside for a person to look at
     */
    record Counts(long waiting, long refused) {}

    void add(Phn phn, String patient) {
        jdbc.update(
                "insert into phn_feed (phn, patient, state, attempts, written_at) values (?, ?, 'waiting', 0, ?)",
                phn.value(),
                patient,
                Timestamp.from(clock.instant()));
    }

    Optional<Waiting> next() {
        return jdbc.query(WAITING + " order by id fetch first 1 rows only", FeedOutbox::waiting).stream()
                .findFirst();
    }

    /** What waits first of each of the next other women. */
    List<Waiting> firstOfOthers(Waiting one) {
        var firsts = new LinkedHashMap<String, Waiting>();
        jdbc.query(
                        WAITING + " and patient <> ? order by id fetch first " + OTHERS + " rows only",
                        FeedOutbox::waiting,
                        one.patient())
                .forEach(other -> firsts.putIfAbsent(other.patient(), other));
        return List.copyOf(firsts.values());
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                new Phn(row.getString("phn")),
                row.getString("patient"),
                row.getInt("attempts"),
                row.getInt("faults"));
    }

    /** Strikes it out; answers whether nobody else did so before. */
    boolean told(Waiting one) {
        return jdbc.update("delete from phn_feed where id = ?", one.id()) == 1;
    }

    /** In vain, and for no fault of its own. */
    void tried(Waiting one) {
        jdbc.update("update phn_feed set attempts = attempts + 1 where id = ?", one.id());
    }

    void faulted(Waiting one) {
        jdbc.update("update phn_feed set faults = faults + 1 where id = ?", one.id());
    }

    void setAside(Waiting one, String answered) {
        jdbc.update(
                "update phn_feed set state = 'refused', answered = ?, faults = faults + 1 where id = ?",
                answered,
                one.id());
    }

    /** What waits of the same woman behind it, which may not be told before it; answers how much that was. */
    int setAsideBehind(Waiting one) {
        return jdbc.update(
                "update phn_feed set state = 'refused', answered = ? where state = 'waiting' and patient = ? and id >"
                        + " ?",
                "behind " + one.id(),
                one.patient(),
                one.id());
    }

    /** Whether what waits first was tried in vain. */
    boolean isHeldUp() {
        return next().filter(first -> first.attempts() > 0).isPresent();
    }

    Counts counts() {
        return new Counts(count("waiting"), count("refused"));
    }

    private long count(String state) {
        var found = jdbc.queryForObject("select count(*) from phn_feed where state = ?", Long.class, state);
        return found == null ? 0 : found;
    }
}
