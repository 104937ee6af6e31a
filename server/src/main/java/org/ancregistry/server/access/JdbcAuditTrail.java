package org.ancregistry.server.access;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import org.ancregistry.interceptors.audit.AuditRecord;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit table. Rows are added in the running transaction, or each batch in one of its own. */
final class JdbcAuditTrail {

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
    private final TransactionTemplate transaction;

    JdbcAuditTrail(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void append(List<AuditRecord> records) {
        jdbc.batchUpdate(INSERT, records.stream().map(JdbcAuditTrail::row).toList(), TYPES);
    }

    /** Adds those of the records that are not there yet, all or none. */
    void deliver(List<AuditRecord> records) {
        try {
            transaction.executeWithoutResult(status -> append(records));
        } catch (DuplicateKeyException someWereDelivered) {
            transaction.executeWithoutResult(status -> append(missing(records)));
        }
    }

    private List<AuditRecord> missing(List<AuditRecord> records) {
        var known = JdbcClient.create(jdbc)
                .sql("select id from audit_event where id in (:ids)")
                .param("ids", records.stream().map(AuditRecord::id).toList())
                .query(String.class)
                .set();
        return records.stream().filter(record -> !known.contains(record.id())).toList();
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
