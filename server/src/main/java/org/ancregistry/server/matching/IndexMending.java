package org.ancregistry.server.matching;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ancregistry.server.registry.Passes;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Finds women whom the index lacks, or knows by an older version of their record, and enters them. */
final class IndexMending {

    private static final String OUTDATED = "select r.res_id from hfj_resource r"
            + " left join match_person p on p.person = r.res_id where r.res_type = 'Patient'"
            + " and r.res_deleted_at is null and r.res_id > ? and (p.person is null or p.version <> r.res_ver)"
            + " order by r.res_id fetch first ? rows only";

    /** Whoever changes one of these records waits until she is entered, so that nothing older overwrites the newer. */
    private static final String HELD =
            "select res_id, fhir_id from hfj_resource where res_id = any(?) order by res_id for update";

    private static final String GONE = "delete from match_person where not exists (select 1 from hfj_resource r"
            + " where r.res_id = match_person.person and r.res_deleted_at is null)";
    private static final String KEYS_OF_NOBODY = "delete from match_key where not exists"
            + " (select 1 from match_person p where p.person = match_key.person)";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final MatchTables tables;
    private final IndexedPatients patients;
    private final DaoRegistry daos;

    IndexMending(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            MatchTables tables,
            IndexedPatients patients,
            DaoRegistry daos) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tables = tables;
        this.patients = patients;
        this.daos = daos;
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
        var numbers = held(persons);
        var ids = new TokenOrListParam();
        numbers.keySet().forEach(ids::add);
        var search = SearchParameterMap.newSynchronous().add("_id", ids);
        return daos.getResourceDao(Patient.class).searchForResources(search, new SystemRequestDetails()).stream()
                .flatMap(patient ->
                        patients
                                .row(
                                        patient,
                                        numbers.getOrDefault(
                                                patient.getIdElement().getIdPart(), -1L))
                                .stream())
                .toList();
    }

    /** The women's numbers by the ids of their records. */
    private Map<String, Long> held(List<Long> persons) {
        var numbers = new HashMap<String, Long>();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(HELD);
                    statement.setArray(1, connection.createArrayOf("bigint", persons.toArray()));
                    return statement;
                },
                row -> {
                    numbers.put(row.getString(2), row.getLong(1));
                });
        return numbers;
    }

    /** Forgets women whose records are gone, and keys of nobody. */
    int forget() {
        return Objects.requireNonNull(transactions.execute(status -> jdbc.update(GONE) + jdbc.update(KEYS_OF_NOBODY)));
    }
}
