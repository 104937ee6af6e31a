package org.ancregistry.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.server.audit.AuditSeals.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the audit trail against its seals, and says which rows were removed, changed or never sealed. */
public final class AuditCheck {

    private static final Duration SEALED_BY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Fingerprints fingerprints;
    private final Clock clock;

    AuditCheck(JdbcClient jdbc, Fingerprints fingerprints, Clock clock) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param seals how many seals there are
     * @param events how many events are under them
     * @param last the last seal, to be held against the log or a note outside the database
     * @param problems each a sentence that names a seal or an event; none when the trail is whole
     */
    public record Findings(long seals, long events, String last, List<String> problems) {

        public Findings {
            problems = List.copyOf(problems);
        }
    }

    /** An event as it was sealed and, if it is still there, as it is. */
    private record Sealed(
            String event, String fingerprint, @Nullable AuditRow row) {}

    public Findings findings() {
        var problems = new ArrayList<String>();
        var previous = AuditSeals.FIRST;
        var number = 0L;
        var events = 0L;
        for (var seal : seals()) {
            if (seal.number() != number + 1 || !seal.previous().equals(previous)) {
                problems.add("Seal " + seal.number() + " does not follow on the one before it.");
            }
            events += check(seal, problems);
            number = seal.number();
            previous = seal.seal();
        }
        addUnsealed(problems);
        return new Findings(number, events, previous, problems);
    }

    private List<Seal> seals() {
        return jdbc.sql("select number, sealed_at, events, previous, seal from audit_seal order by number")
                .query((row, n) -> AuditSeals.seal(row))
                .list();
    }

    private int check(Seal seal, List<String> problems) {
        var sealed = jdbc.sql("select s.event as sealed_event, s.fingerprint, " + AuditRow.COLUMNS
                        + " from audit_sealed s left join audit_event e on e.id = s.event where s.seal = ?"
                        + " order by s.event")
                .param(seal.number())
                .query(new SealedRows())
                .list();
        for (var one : sealed) {
            if (one.row() == null) {
                problems.add("Event " + one.event() + " was removed.");
            } else if (!fingerprints.of(one.row().text()).equals(one.fingerprint())) {
                problems.add("Event " + one.event() + " was changed.");
            }
        }
        var marks = sealed.stream().map(Sealed::fingerprint).toList();
        if (!fingerprints
                .of(AuditSeals.sealed(seal.number(), seal.previous(), marks))
                .equals(seal.seal())) {
            problems.add("Seal " + seal.number() + " is broken: what it covered was changed.");
        }
        return sealed.size();
    }

    private void addUnsealed(List<String> problems) {
        var late = jdbc.sql("select count(*) from audit_event e left join audit_sealed s on s.event = e.id "
                        + "where s.event is null and e.arrived < ?")
                .param(clock.instant().minus(SEALED_BY).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        if (late > 0) {
            problems.add(late + " events are older than an hour and under no seal.");
        }
    }

    private static final class SealedRows implements RowMapper<Sealed> {

        private final RowMapper<AuditRow> rows = new DataClassRowMapper<>(AuditRow.class);

        @Override
        public Sealed mapRow(ResultSet row, int number) throws SQLException {
            var there = row.getString("id") != null;
            return new Sealed(
                    row.getString("sealed_event"),
                    row.getString("fingerprint"),
                    there ? rows.mapRow(row, number) : null);
        }
    }
}
