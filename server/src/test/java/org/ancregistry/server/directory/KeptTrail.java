package org.ancregistry.server.directory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ancregistry.interceptors.audit.AuditRecord;
import org.ancregistry.interceptors.audit.AuditTrail;

/** An audit trail in memory. */
final class KeptTrail implements AuditTrail {

    final List<AuditRecord> kept = new CopyOnWriteArrayList<>();

    @Override
    public void append(List<AuditRecord> records) {
        kept.addAll(records);
    }

    @Override
    public void post(List<AuditRecord> records) {
        kept.addAll(records);
    }
}
