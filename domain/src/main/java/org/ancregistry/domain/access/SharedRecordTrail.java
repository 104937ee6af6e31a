package org.ancregistry.domain.access;

/** Writes into the audit trail that somebody read a record with the link and the PIN that a woman gave away. */
@FunctionalInterface
public interface SharedRecordTrail {

    /**
     * Writes it down, before anything is shown.
     *
     * @param patient {@code Patient/…} whose record it is
     * @param from the network address that it was asked from
     */
    void opened(String patient, String from);
}
