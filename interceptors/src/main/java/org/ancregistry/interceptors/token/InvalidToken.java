package org.ancregistry.interceptors.token;

/** The token is bad, whoever looks at it: the caller has to sign in again. Never says anything that is in the token. */
final class InvalidToken extends Exception {
    private static final long serialVersionUID = 1L;

    private final TokenFault fault;

    InvalidToken(TokenFault fault) {
        super(fault.description());
        this.fault = fault;
    }

    TokenFault fault() {
        return fault;
    }
}
