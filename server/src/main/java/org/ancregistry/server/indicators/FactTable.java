package org.ancregistry.server.indicators;

import java.util.Collections;

/** A table of what the record says, as far as indicators ask: each row comes from one resource and is about one woman. */
enum FactTable {
    MOTHER("indicator_mother", "patient", "patient, born, refers_to"),
    PREGNANCY("pregnancy_fact", "pregnancy", "pregnancy, patient, unit, begins, ends"),
    SEEN("indicator_seen", "contact", "contact, patient, pregnancy, part_of, at_home, on_day, facility, met"),
    FOUND("indicator_found", "source", "source, patient, contact, field, val, on_day");

    private final String table;
    private final String key;
    private final String columns;

    FactTable(String table, String key, String columns) {
        this.table = table;
        this.key = key;
        this.columns = columns;
    }

    String insert() {
        var places = String.join(", ", Collections.nCopies(columns.split(", ").length, "?"));
        return "insert into " + table + " (" + columns + ") values (" + places + ")";
    }

    /** Takes away what one resource said. */
    String delete() {
        return "delete from " + table + " where " + key + " = ?";
    }

    /** Takes away all that is kept of one woman. */
    String deleteAllOf() {
        return "delete from " + table + " where patient = ?";
    }

    /** Takes away all that is kept of women who are no longer on record. */
    String deleteStrangers() {
        return "delete from " + table + " where not exists (select 1 from hfj_resource r where r.res_type = 'Patient'"
                + " and r.res_deleted_at is null and 'Patient/' || r.fhir_id = " + table + ".patient)";
    }
}
