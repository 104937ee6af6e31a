package org.ancregistry.server.registry;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.BaseResourceIndexedSearchParam;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.ClinicWeek;
import org.ancregistry.operations.Clinics;
import org.ancregistry.operations.Records;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facilities as they are stored, and appointments counted in one statement over what the store indexes of them. */
final class JdbcClinics implements Clinics {

    /**
     * Bounds what one request may hold in memory. Eight clinic days that are a week apart, as they are asked for, are 50 days;
     * the fullest hall ({@link ClinicWeek#MOST_PLACES}) on each of them is 25,000 women. More is no clinic.
     */
    private static final int MOST = 50 * ClinicWeek.MOST_PLACES;

    /**
     * A hash stands for a search parameter of a type of resource, and every index of HAPI's on these tables begins with it or
     * with the resource: a name alone would leave the indexes by value unused.
     */
    private static final String EXPECTED = """
            select d.sp_value_low from hfj_resource o
                join hfj_res_link l on l.target_resource_id = o.res_id and l.src_path = 'Appointment.supportingInformation'
                join hfj_resource r on r.res_id = l.src_resource_id and r.res_deleted_at is null
                join hfj_spidx_date d on d.res_id = r.res_id and d.hash_identity = :date
                join hfj_spidx_token t on t.res_id = r.res_id and t.hash_identity = :status
                where o.res_type = 'Organization' and o.fhir_id = :facility
                and d.sp_value_low >= :from and d.sp_value_low < :until
                and t.sp_value in ('proposed', 'pending', 'booked', 'arrived', 'checked-in', 'fulfilled')
                fetch first :most rows only
            """;

    private final JdbcClient jdbc;
    private final Records records;
    private final ZoneId zone;
    private final long date;
    private final long status;

    JdbcClinics(JdbcClient jdbc, Records records, PartitionSettings partitions, ZoneId zone) {
        this.jdbc = jdbc;
        this.records = records;
        this.zone = zone;
        this.date = identity(partitions, "date");
        this.status = identity(partitions, "status");
    }

    private static long identity(PartitionSettings partitions, String parameter) {
        return BaseResourceIndexedSearchParam.calculateHashIdentity(
                partitions, RequestPartitionId.allPartitions(), "Appointment", parameter);
    }

    @Override
    public Optional<Organization> facility(String facility) {
        return records.read(Organization.class, facility);
    }

    @Override
    public Map<LocalDate, Integer> booked(String facility, LocalDate from, LocalDate to) {
        return jdbc
                .sql(EXPECTED)
                .param("facility", facility.substring(facility.indexOf('/') + 1))
                .param("date", date)
                .param("status", status)
                .param("from", start(from))
                .param("until", start(to.plusDays(1)))
                .param("most", MOST)
                .query((row, i) -> row.getTimestamp(1).toInstant().atZone(zone).toLocalDate())
                .list()
                .stream()
                .collect(Collectors.toMap(day -> day, day -> 1, Integer::sum));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
