package org.ancregistry.interceptors.audit;

import java.util.List;

/** Where audit records are kept for good. There is no way to change one or take one away. */
public interface AuditTrail {

    /**
     * Adds records, in the running transaction when there is one. When it fails, nothing may be shown or kept of what
     * they tell.
     */
    void append(List<AuditRecord> records);
}
