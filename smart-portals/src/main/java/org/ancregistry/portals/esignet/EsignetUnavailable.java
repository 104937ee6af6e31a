package org.ancregistry.portals.esignet;

/** eSignet does not answer, or not as an eSignet: nothing is known of the person; trying again later may help. */
public final class EsignetUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EsignetUnavailable(String what) {
        super("eSignet is unavailable: " + what + ".");
    }

    EsignetUnavailable(String what, Throwable cause) {
        super("eSignet is unavailable: " + what + ".", cause);
    }
}
