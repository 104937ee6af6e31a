package org.ancregistry.portals.sharing;

/** The codes with which a woman shows her record, for whoever makes what they show wrong. */
public interface OpenCodes {

    /**
     * Ends all of hers: each shows her record as it was when she made it.
     *
     * @param patient {@code Patient/…}
     */
    void end(String patient);
}
