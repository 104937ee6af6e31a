package org.ancregistry.server.access;

import java.util.List;
import org.ancregistry.interceptors.audit.AuditRecord;
import org.ancregistry.interceptors.audit.AuditTrail;
import org.ancregistry.server.audit.AuditOutbox;

/** What is written is in the table with it; what is only shown or refused goes there through the outbox. */
final class KeptAuditTrail implements AuditTrail {

    private final JdbcAuditTrail rows;
    private final AuditOutbox outbox;

    KeptAuditTrail(JdbcAuditTrail rows, AuditOutbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    @Override
    public void append(List<AuditRecord> records) {
        rows.append(records);
    }

    @Override
    public void post(List<AuditRecord> records) {
        outbox.post(records);
    }
}
