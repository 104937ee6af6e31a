package org.ancregistry.server.registry;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.RecordContents;
import org.ancregistry.operations.Records;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What lies in a woman's record, found by the references that HAPI indexes. */
final class HapiRecordContents implements RecordContents {

    private static final String REFERRING = "select distinct s.res_type, s.fhir_id from hfj_resource p"
            + " join hfj_res_link l on l.target_resource_id = p.res_id"
            + " join hfj_resource s on s.res_id = l.src_resource_id"
            + " where p.res_type = 'Patient' and p.fhir_id = ? and s.res_deleted_at is null"
            + " and s.res_type not in ('Patient', 'Provenance', 'AuditEvent') and s.res_published > ?"
            + " order by s.res_type, s.fhir_id fetch first %d rows only";

    private final JdbcTemplate jdbc;
    private final DaoRegistry daos;
    private final Records records;
    private final FhirContext fhir = FhirContext.forR4Cached();

    HapiRecordContents(JdbcTemplate jdbc, DaoRegistry daos, Records records) {
        this.jdbc = jdbc;
        this.daos = daos;
        this.records = records;
    }

    @Override
    public List<Resource> of(String patient, int most) {
        var byType = referring(patient, Instant.EPOCH, most).stream()
                .collect(Collectors.groupingBy(
                        reference -> new IdType(reference).getResourceType(), TreeMap::new, Collectors.toList()));
        return byType.entrySet().stream()
                .flatMap(type -> records.readAll(classOf(type.getKey()), type.getValue()).stream())
                .map(Resource.class::cast)
                .toList();
    }

    @Override
    public Set<String> begunSince(String patient, Instant moment, int most) {
        return new TreeSet<>(referring(patient, moment, most));
    }

    private List<String> referring(String patient, Instant since, int most) {
        var found = jdbc.query(
                REFERRING.formatted(most + 1),
                (row, i) -> row.getString(1) + "/" + row.getString(2),
                new IdType(patient).getIdPart(),
                Timestamp.from(since));
        if (found.size() > most) {
            throw Problem.PARAMETER_INVALID.because("There is more in this record than can be moved at once, " + most
                    + " entries: ask the administrator of the registry.");
        }
        return found;
    }

    @Override
    public Optional<Resource> current(String reference) {
        return read(new IdType(reference));
    }

    @Override
    public Optional<Resource> version(String reference, long version) {
        return read(new IdType(reference).withVersion(String.valueOf(version)));
    }

    private Optional<Resource> read(IdType id) {
        try {
            return Optional.of(
                    daos.getResourceDao(classOf(id.getResourceType())).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException missing) {
            return Optional.empty();
        }
    }

    private Class<? extends Resource> classOf(String type) {
        return fhir.getResourceDefinition(type).getImplementingClass().asSubclass(Resource.class);
    }
}
