package org.ancregistry.domain.access;

/** Writes into the audit trail that a woman's card was shown to be printed: who holds a card passes for her at a clinic's door. */
@FunctionalInterface
public interface CardTrail {

    /**
     * Writes it down, before the card is shown.
     *
     * @param by who prints it
     * @param patient {@code Patient/…} whose card it is
     */
    void shown(Caller by, String patient);
}
