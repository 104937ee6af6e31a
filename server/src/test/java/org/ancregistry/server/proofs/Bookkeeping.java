package org.ancregistry.server.proofs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks through the tables of a whole registry for anything that one table knows and another does not. */
record Bookkeeping(JdbcTemplate jdbc) {

    private static final String RESOURCE =
            "select res_type || '/' || fhir_id from hfj_resource where res_deleted_at is null";

    private static final Map<String, String> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put(
                "a request that was taken and not answered",
                "select request_id from registry_request where answer is null");
        FAULTS.put(
                "a number that is issued and nobody's",
                "select phn from issued_phn where state = 'issued' and phn not in (select phn from phn_holder)");
        FAULTS.put(
                "a number that is held and not issued",
                "select phn from phn_holder where phn not in (select phn from issued_phn where state = 'issued')");
        FAULTS.put(
                "a number that is reserved by a registration", "select phn from issued_phn where state = 'reserved'");
        FAULTS.put("a number of a woman who is not there", missing("phn_holder", "patient"));
        FAULTS.put("a key that nobody has", "select val from strong_key where patient is null");
        FAULTS.put("a key of a woman who is not there", missing("strong_key", "patient"));
        FAULTS.put("a national ID of a woman who is not there", missing("national_id_hash", "patient"));
        FAULTS.put("a search key of a woman who is not there", missing("match_person", "patient"));
        FAULTS.put(
                "a woman who cannot be found",
                RESOURCE + " and res_type = 'Patient' and res_id not in (select person from match_person)");
        FAULTS.put(
                "a woman who is found by what an older version of her record says",
                "select patient from match_person m join hfj_resource r on r.res_id = m.person where r.res_ver <> m.version");
        FAULTS.put(
                "a match key of nobody",
                "select cast(k as varchar(20)) from match_key where person not in (select person from match_person)");
        FAULTS.put("a pregnancy of a woman who is not there", missing("active_pregnancy", "patient"));
        FAULTS.put("a pregnancy that is not there", missing("active_pregnancy", "pregnancy"));
        FAULTS.put("a care relationship without its cause", missing("care_relationship", "source"));
        FAULTS.put("a sign-in that is linked to nobody", missing("linked_person", "person"));
        FAULTS.put(
                "evidence that is used by a request that is unknown",
                "select draft from identity_evidence where used_by is not null and used_by not in (select caller || '#' || request_id from registry_request)");
        FAULTS.put(
                "a woman without an AuditEvent of her registration",
                "select id from ("
                        + RESOURCE.replace(
                                "select res_type || '/' || fhir_id", "select res_type || '/' || fhir_id as id")
                        + " and res_type = 'Patient') p where id not in (select patient from audit_event where action = 'C' and outcome = '0' and patient is not null)");
        FAULTS.put(
                "an AuditEvent of a woman who is not there",
                "select patient from audit_event where outcome = '0' and patient is not null and patient not in ("
                        + RESOURCE + ")");
    }

    private static String missing(String table, String column) {
        return "select " + column + " from " + table + " where " + column + " not in (" + RESOURCE + ")";
    }

    /** What is wrong, in words, and where; empty when everything agrees. */
    Map<String, List<String>> faults() {
        var found = new LinkedHashMap<String, List<String>>();
        FAULTS.forEach((fault, query) -> {
            var rows = jdbc.queryForList(query, String.class);
            if (!rows.isEmpty()) {
                found.put(fault, rows);
            }
        });
        return found;
    }

    /** How many resources of that type there are. */
    int count(String type) {
        return number("select count(*) from hfj_resource where res_deleted_at is null and res_type = '" + type + "'");
    }

    int number(String query) {
        var number = jdbc.queryForObject(query, Integer.class);
        return number == null ? 0 : number;
    }
}
