package org.ancregistry.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts seals over what was added to the audit trail, a batch at a time and beside the requests, which need not wait for each
 * other for it. Of several nodes that seal at once, one succeeds. Each seal goes to the log too, outside the database.
 */
public final class AuditSeals {

    static final String FIRST = "0".repeat(64);

    private static final Logger LOG = LoggerFactory.getLogger(AuditSeals.class);
    private static final int BATCH = 1000;

    /** No transaction that adds an event lasts longer. */
    private static final Duration LATEST = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Fingerprints fingerprints;
    private final Clock clock;

    AuditSeals(JdbcTemplate jdbc, TransactionTemplate transaction, Fingerprints fingerprints, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
        this.transaction = transaction;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /**
     * A seal.
     *
     * @param previous the seal before it
     */
    record Seal(long number, Instant sealedAt, int events, String previous, String seal) {

        private static final Seal NONE = new Seal(0, Instant.EPOCH, 0, "", FIRST);
    }

    /** Seals all there is. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void seal() {
        try {
            var full = true;
            while (full) {
                full = Boolean.TRUE.equals(transaction.execute(status -> sealBatch() == BATCH));
            }
        } catch (DuplicateKeyException otherNodeWasFirst) {
            LOG.debug("Another node seals just now");
        }
    }

    private int sealBatch() {
        var last = last();
        var rows = unsealed(last);
        if (rows.isEmpty()) {
            return 0;
        }
        put(last, rows);
        return rows.size();
    }

    private void put(Seal last, List<AuditRow> rows) {
        var number = last.number() + 1;
        var marks = rows.stream().map(row -> fingerprints.of(row.text())).toList();
        var seal = fingerprints.of(sealed(number, last.seal(), marks));
        jdbc.sql("insert into audit_seal (number, sealed_at, events, previous, seal) values (?, ?, ?, ?, ?)")
                .params(number, clock.instant().atOffset(ZoneOffset.UTC), rows.size(), last.seal(), seal)
                .update();
        batches.batchUpdate(
                "insert into audit_sealed (event, seal, fingerprint) values (?, ?, ?)",
                IntStream.range(0, rows.size())
                        .mapToObj(i -> new Object[] {rows.get(i).id(), number, marks.get(i)})
                        .toList());
        LOG.info("Sealed {} audit events: {} {}", rows.size(), number, seal);
    }

    static String sealed(long number, String previous, List<String> marks) {
        return number + " " + previous + " " + String.join(" ", marks);
    }

    private Seal last() {
        var last = jdbc.sql("select number, sealed_at, events, previous, seal from audit_seal "
                        + "order by number desc limit 1")
                .query((row, n) -> seal(row))
                .optional();
        return last.orElse(Seal.NONE);
    }

    static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("number"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getInt("events"),
                row.getString("previous"),
                row.getString("seal"));
    }

    private List<AuditRow> unsealed(Seal last) {
        var since = last.number() == 0 ? Instant.EPOCH : last.sealedAt().minus(LATEST);
        return jdbc.sql("select " + AuditRow.COLUMNS + " from audit_event e left join audit_sealed s on s.event = e.id "
                        + "where s.event is null and e.arrived >= ? order by e.id limit ?")
                .params(since.atOffset(ZoneOffset.UTC), BATCH)
                .query(AuditRow.class)
                .list();
    }
}
