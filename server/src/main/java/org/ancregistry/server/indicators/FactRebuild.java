package org.ancregistry.server.indicators;

import java.util.List;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.server.registry.Passes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Works the tables of indicators out anew from the records, each woman in a transaction of her own. */
final class FactRebuild {

    private static final int MOST = 10_000;
    private static final List<String> TYPES = List.of(
            "Patient", "EpisodeOfCare", "Encounter", "Observation", "Condition", "MedicationStatement", "Immunization");

    private final JdbcTemplate jdbc;
    private final WholeRecord record;
    private final FactReading reading;
    private final FactTables tables;
    private final TransactionTemplate transaction;

    FactRebuild(
            JdbcTemplate jdbc,
            WholeRecord record,
            FactReading reading,
            FactTables tables,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.record = record;
        this.reading = reading;
        this.tables = tables;
        this.transaction = transaction;
    }

    private record Woman(long person, String id) {}

    /** The next women after that one. */
    Passes.Step after(long person, int atOnce) {
        var women = jdbc.query(
                "select res_id, fhir_id from hfj_resource where res_type = 'Patient' and res_deleted_at is null"
                        + " and res_id > ? order by res_id limit ?",
                (row, i) -> new Woman(row.getLong(1), row.getString(2)),
                person,
                atOnce);
        women.forEach(woman -> rebuild("Patient/" + woman.id()));
        var last = women.isEmpty() ? person : women.get(women.size() - 1).person();
        return new Passes.Step(last, women.size(), women.size() == atOnce);
    }

    private void rebuild(String patient) {
        transaction.executeWithoutResult(status -> tables.replaceAllOf(
                patient,
                () -> record.of(patient, TYPES, MOST).stream()
                        .flatMap(resource -> reading.of(resource).stream())
                        .filter(fact -> fact.patient().equals(patient))
                        .toList()));
    }
}
