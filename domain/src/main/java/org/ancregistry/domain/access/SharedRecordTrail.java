package org.ancregistry.domain.access;

/** Writes into the audit trail what strangers did with the link and the PIN that a woman gave away. */
public interface SharedRecordTrail {

    /**
     * Somebody is about to read it: it is written down before anything is shown.
     *
     * @param patient {@code Patient/…} whose record it is
     * @param from the network address that it was asked from
     */
    void opened(String patient, String from);

    /** Somebody typed so many wrong PINs that the link is closed. */
    void closed(String patient, String from);
}
