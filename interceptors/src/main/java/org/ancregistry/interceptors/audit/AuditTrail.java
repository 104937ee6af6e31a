package org.ancregistry.interceptors.audit;

import java.util.List;

/** Where audit records are kept for good. There is no way to change one or take one away. */
public interface AuditTrail {

    /**
     * Adds records of what is written, in the running transaction when there is one. When it fails, nothing may be kept of
     * what they tell.
     */
    void append(List<AuditRecord> records);

    /**
     * Takes records of what is only shown or refused. When it returns they outlive the process, and a moment later they are
     * among the others; when it fails, nothing may be shown of what they tell.
     */
    void post(List<AuditRecord> records);
}
