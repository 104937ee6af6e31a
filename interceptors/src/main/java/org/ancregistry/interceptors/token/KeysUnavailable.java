package org.ancregistry.interceptors.token;

/** An issuer's keys cannot be read just now, so nobody can say whether a token is good: not the caller's fault. */
public final class KeysUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public KeysUnavailable(String message) {
        super(message);
    }
}
