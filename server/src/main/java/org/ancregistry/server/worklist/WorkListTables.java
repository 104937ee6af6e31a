package org.ancregistry.server.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the tables of the work list. A mother's row is made anew once in a transaction, at its end, however many of her
 * resources the transaction wrote.
 */
final class WorkListTables {

    private static final int AT_ONCE = 500;

    /** Of the assessments of this pregnancy the newest counts; an urgent finding counts until something is done. */
    private static final String RISK = """
             risk = (select r.grade from work_list_risk r where r.patient = work_list.patient and r.grade is not null
                and (work_list.since is null or r.said_on >= work_list.since) order by r.said_at desc, r.noted desc limit 1),
             alerts = (select count(*) from work_list_risk a where a.patient = work_list.patient and a.grade is null)
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    WorkListTables(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(String source, String patient, List<Fact> facts) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(
                "insert into work_list_fact (source, patient, kind, state, opens, closes, said_at, noted)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                facts.stream()
                        .map(fact -> FactRows.row(source, patient, fact, now))
                        .toList());
    }

    void note(String source, String patient, Risk risk) {
        jdbc.update(
                "insert into work_list_risk (source, patient, grade, said_on, said_at, noted) values (?, ?, ?, ?, ?, ?)",
                source,
                patient,
                risk.grade(),
                risk.on(),
                risk.at().atOffset(ZoneOffset.UTC),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    void forgetRisk(String source) {
        jdbc.update("delete from work_list_risk where source = ?", source);
    }

    void forget(String source) {
        jdbc.update("delete from work_list_fact where source = ?", source);
    }

    /** This is the pregnancy that is looked after now, whichever there was before. */
    void follow(String patient, String pregnancy, String unit, @Nullable LocalDate since) {
        var known = jdbc.update(
                "update work_list set pregnancy = ?, unit = ?, status = 'active', since = ?, ended = null where patient = ?",
                pregnancy,
                unit,
                since,
                patient);
        if (known == 0) {
            jdbc.update(
                    "insert into work_list (patient, pregnancy, unit, status, since) values (?, ?, ?, 'active', ?)",
                    patient,
                    pregnancy,
                    unit,
                    since);
        }
    }

    void end(String pregnancy, String unit, @Nullable LocalDate ended) {
        jdbc.update(
                "update work_list set status = 'delivered', unit = ?, ended = ? where pregnancy = ?",
                unit,
                ended,
                pregnancy);
    }

    void drop(String pregnancy) {
        jdbc.update("delete from work_list where pregnancy = ?", pregnancy);
    }

    /** A pregnancy that is over comes from another record of hers; one that she has here already stays on the list. */
    void take(String patient, String pregnancy, String unit) {
        jdbc.update(
                "insert into work_list (patient, pregnancy, unit, status) select cast(? as varchar(80)),"
                        + " cast(? as varchar(80)), cast(? as varchar(80)), 'delivered'"
                        + " where not exists (select 1 from work_list w where w.patient = ?)",
                patient,
                pregnancy,
                unit,
                patient);
    }

    void refreshAtCommit(String patient) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Refreshing.class::isInstance)
                .map(Refreshing.class::cast)
                .filter(refreshing -> refreshing.belongsTo(this))
                .findFirst()
                .orElseGet(this::begin)
                .patients
                .add(patient);
    }

    private Refreshing begin() {
        var refreshing = new Refreshing();
        TransactionSynchronizationManager.registerSynchronization(refreshing);
        return refreshing;
    }

    /** Two statements for all of them, however many a bulk import touched. */
    private void refresh(List<String> patients) {
        var facts = new LinkedHashMap<String, List<Fact>>();
        jdbc.query(
                """
                select l.patient, coalesce(f.state, f.kind) as kind, f.opens, f.closes, f.said_at from work_list l
                left join work_list_fact f on f.patient = l.patient and (l.since is null
                    or (case when f.kind = 'edd' then f.opens else f.closes end) >= l.since)
                where l.patient in (%s) order by l.patient, f.noted, f.source
                """.formatted(String.join(", ", Collections.nCopies(patients.size(), "?"))),
                (ResultSet row) -> add(row, facts),
                patients.toArray());
        jdbc.batchUpdate(
                "update work_list set edd = ?, last_contact = ?, opens = ?, closes = ?," + RISK + " where patient = ?",
                facts.entrySet().stream()
                        .map(hers -> row(hers.getKey(), Next.of(hers.getValue())))
                        .toList());
    }

    private static void add(ResultSet row, Map<String, List<Fact>> facts) throws SQLException {
        var hers = facts.computeIfAbsent(row.getString("patient"), patient -> new ArrayList<>());
        if (row.getString("kind") != null) {
            hers.add(FactRows.fact(row));
        }
    }

    private static Object[] row(String patient, Next next) {
        return new @Nullable Object[] {next.edd(), next.lastContact(), next.opens(), next.closes(), patient};
    }

    /** The mothers whose rows this transaction has made old; in order, so that two transactions never wait crosswise. */
    private final class Refreshing implements TransactionSynchronization {

        private final Set<String> patients = new HashSet<>();

        boolean belongsTo(WorkListTables tables) {
            return tables == WorkListTables.this;
        }

        /** Before others who write at the end: its rows may be locked from a hook on, theirs only from here on. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            var sorted = patients.stream().sorted().toList();
            for (var from = 0; from < sorted.size(); from += AT_ONCE) {
                refresh(sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())));
            }
        }
    }
}
