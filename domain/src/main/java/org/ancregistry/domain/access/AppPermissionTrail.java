package org.ancregistry.domain.access;

/** Writes into the audit trail that a woman took back what she had let an app do. */
@FunctionalInterface
public interface AppPermissionTrail {

    /**
     * Writes it down in the running transaction.
     *
     * @param patient {@code Patient/…} who took it back
     * @param app the app's client id
     */
    void ended(String patient, String app);
}
