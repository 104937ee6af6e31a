package org.ancregistry.interceptors.token;

/** What is wrong with a token, in words that help an honest client and tell an attacker nothing new. */
enum TokenFault {
    TOO_LONG("The token is too long."),
    NOT_A_JWT("The token is not a signed JWT."),
    CRITICAL_HEADER("The token has a critical header that this server does not know."),
    ISSUER("The token's issuer is not trusted here."),
    TYPE("The token is not an access token."),
    ALGORITHM("The token's signing algorithm is not accepted."),
    KEY_UNKNOWN("The token's key is not one of its issuer's."),
    SIGNATURE("The token's signature is not valid."),
    NO_EXPIRY("The token does not say when it was issued and when it ends."),
    EXPIRED("The token has expired."),
    NOT_YET_VALID("The token is not valid yet."),
    LIVES_TOO_LONG("The token lives too long."),
    AUDIENCE("The token is meant for somebody else."),
    CLIENT("The token's client is not accepted."),
    ID_TOKEN("This is an ID token, not an access token."),
    CLAIMS("The token does not say who is asking."),
    BOUND("The token is bound to a key: send it with the scheme DPoP and a proof of that key."),
    NOT_BOUND("The token is bound to no key: send it with the scheme Bearer."),
    PROOF("The proof of the token's key is not valid, was used before, or is of another request."),
    REVOKED("The token was withdrawn.");

    private final String description;

    TokenFault(String description) {
        this.description = description;
    }

    /** Safe in a header: ASCII, no quotes, nothing from the token. */
    String description() {
        return description;
    }
}
