package org.ancregistry.server.access;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import org.ancregistry.interceptors.audit.AuditRecord;
import org.ancregistry.interceptors.audit.AuditTrail;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit table. Rows are added in the running transaction, or each batch in one of its own. */
final class JdbcAuditTrail implements AuditTrail {

    private static final String INSERT =
            "insert into audit_event (id, recorded, action, outcome, agent, role, facility,"
                    + " purpose, patient, request_id, resource) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Told, so that the driver need not find out what an absent value would have been. */
    private static final int[] TYPES = {
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR
    };

    private final JdbcTemplate jdbc;

    JdbcAuditTrail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(List<AuditRecord> records) {
        jdbc.batchUpdate(INSERT, records.stream().map(JdbcAuditTrail::row).toList(), TYPES);
    }

    private static Object[] row(AuditRecord record) {
        return new Object[] {
            record.id(),
            record.recorded().atOffset(ZoneOffset.UTC),
            record.action(),
            record.outcome(),
            record.agent(),
            record.role(),
            record.facility(),
            record.purpose(),
            record.patient(),
            record.requestId(),
            record.resource()
        };
    }
}
