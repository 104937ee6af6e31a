package org.ancregistry.domain.identity;

/** Writes into the audit trail that a member of staff was let in, or that her sign-in was taken away. */
@FunctionalInterface
public interface LinkAudit {

    /**
     * Writes it down inside the caller's transaction.
     *
     * @param person {@code Practitioner/…} whose sign-in it is
     * @param by {@code Practitioner/…} who did it; herself when she typed her link code
     * @param linked whether she is linked now
     */
    void changed(String person, String by, boolean linked);

    /** Where nobody keeps an audit trail beside these pages. */
    static LinkAudit none() {
        return (person, by, linked) -> {};
    }
}
