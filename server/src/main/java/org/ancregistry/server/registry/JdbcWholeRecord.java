package org.ancregistry.server.registry;

import java.util.Collection;
import java.util.List;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.server.stored.StoredBodies;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a mother's compartment out of HAPI's tables with one statement, bodies and labels together. HAPI's own
 * {@code $everything} finds the same resources with dozens of statements, and then looks whether any was changed.
 */
final class JdbcWholeRecord implements WholeRecord {

    /**
     * Herself, and what refers to her; the newest where there is more than anybody can read. Another record that is linked to
     * hers refers to her, too, and is another record.
     */
    private static final String HERS = """
        (select res_id from hfj_resource where res_type = 'Patient' and fhir_id = :id
        union
        select res_id from (
            select distinct l.src_resource_id as res_id
            from hfj_resource p join hfj_res_link l on l.target_resource_id = p.res_id
            where p.res_type = 'Patient' and p.fhir_id = :id and l.source_resource_type in (:types)
            and l.source_resource_type <> 'Patient'
            order by 1 desc limit :limit) referring)
        """;

    private static final String NAMED =
            "(select res_id from hfj_resource where res_type = :type and fhir_id in (:ids))";

    private final JdbcClient jdbc;
    private final StoredBodies bodies;

    JdbcWholeRecord(JdbcClient jdbc, StoredBodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    @Override
    public List<Resource> of(String patient, List<String> types, int limit) {
        return jdbc.sql(StoredBodies.SELECT.formatted(HERS))
                .param("id", new IdType(patient).getIdPart())
                .param("types", types)
                .param("limit", limit)
                .query(bodies::readToShow)
                .list();
    }

    @Override
    public List<Resource> named(String type, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(StoredBodies.SELECT.formatted(NAMED))
                        .param("type", type)
                        .param("ids", ids)
                        .query(bodies::readToShow)
                        .list();
    }
}
