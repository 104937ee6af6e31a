package org.ancregistry.portals.esignet;

/** eSignet answered, and its answer proves nobody: it refused, or what it sent does not hold. Carries no personal data. */
public final class EsignetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    EsignetRefused(Reason reason) {
        super("eSignet's answer does not hold: " + reason + ".");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What did not hold. */
    public enum Reason {
        CALLBACK_WITHOUT_CODE,
        CALLBACK_ISSUER,
        /** The token endpoint refused the code: used, expired, or another's. */
        CODE_REFUSED,
        /** The token endpoint refused us: our client, key or assertion settings are wrong. */
        CLIENT_REFUSED,
        ID_TOKEN_MALFORMED,
        ID_TOKEN_ALGORITHM,
        ID_TOKEN_SIGNATURE,
        ID_TOKEN_ISSUER,
        ID_TOKEN_AUDIENCE,
        ID_TOKEN_AUTHORIZED_PARTY,
        ID_TOKEN_EXPIRED,
        ID_TOKEN_NONCE,
        ID_TOKEN_ACR,
        ID_TOKEN_ACCESS_TOKEN_HASH,
        USERINFO_REFUSED,
        USERINFO_MALFORMED,
        USERINFO_NOT_DECRYPTED,
        USERINFO_ALGORITHM,
        USERINFO_SIGNATURE,
        USERINFO_EXPIRED,
        USERINFO_SUBJECT
    }
}
