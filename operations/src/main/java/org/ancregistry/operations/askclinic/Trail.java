package org.ancregistry.operations.askclinic;

/** Looks into the audit trail for what a mother asks about. */
public interface Trail {

    /**
     * Whether somebody else than she herself did that with her record.
     *
     * @param event id of an AuditEvent
     * @param patient {@code Patient/…}
     */
    boolean isByAnother(String event, String patient);
}
