package org.ancregistry.server.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.server.registry.Passes;
import org.ancregistry.server.stored.StoredBodies;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionOperations;

/** Finds women whom the index lacks, or knows by an older version of their record, and enters them. */
final class IndexMending {

    private static final String OUTDATED = "select r.res_id from hfj_resource r"
            + " left join match_person p on p.person = r.res_id where r.res_type = 'Patient'"
            + " and r.res_deleted_at is null and r.res_id > ? and (p.person is null or p.version <> r.res_ver)"
            + " order by r.res_id fetch first ? rows only";

    /** Whoever changes one of these records waits until she is entered, so that nothing older overwrites the newer. */
    private static final String HELD =
            "select res_id from hfj_resource where res_id = any(?) order by res_id for update";

    private static final String BODIES =
            StoredBodies.SELECT.formatted("(select res_id from hfj_resource where res_id = any(?))");

    private static final String GONE = "delete from match_person where not exists (select 1 from hfj_resource r"
            + " where r.res_id = match_person.person and r.res_deleted_at is null)";
    private static final String KEYS_OF_NOBODY = "delete from match_key where not exists"
            + " (select 1 from match_person p where p.person = match_key.person)";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final MatchTables tables;
    private final IndexedPatients patients;
    private final StoredBodies bodies;

    IndexMending(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            MatchTables tables,
            IndexedPatients patients,
            StoredBodies bodies) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tables = tables;
        this.patients = patients;
        this.bodies = bodies;
    }

    /** Mends at most {@code most} women after {@code person}, all or none. */
    Passes.Step after(long person, int most) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var outdated = jdbc.queryForList(OUTDATED, Long.class, person, most);
            var rows = outdated.isEmpty() ? List.<MatchRow>of() : rows(outdated);
            tables.replace(rows);
            var last = outdated.isEmpty() ? person : outdated.get(outdated.size() - 1);
            return new Passes.Step(last, rows.size(), outdated.size() == most);
        }));
    }

    private List<MatchRow> rows(List<Long> persons) {
        of(HELD, persons, (row, i) -> row.getLong(1));
        return of(BODIES, persons, this::row).stream().flatMap(Optional::stream).toList();
    }

    private Optional<MatchRow> row(ResultSet row, int number) throws SQLException {
        return patients.row((Patient) bodies.read(row, number), row.getLong("res_id"));
    }

    private <T> List<T> of(String query, List<Long> persons, RowMapper<T> mapper) {
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(query);
                    statement.setArray(1, connection.createArrayOf("bigint", persons.toArray()));
                    return statement;
                },
                mapper);
    }

    /** Forgets women whose records are gone, and keys of nobody. */
    int forget() {
        return Objects.requireNonNull(transactions.execute(status -> jdbc.update(GONE) + jdbc.update(KEYS_OF_NOBODY)));
    }
}
