package org.ancregistry.interceptors.token;

import org.jspecify.annotations.Nullable;

/**
 * What a request shows at the door.
 *
 * @param token the access token
 * @param proof how it shows that it holds the key that the token is bound to; absent for a bearer, who shows nothing more
 */
record Shown(String token, @Nullable Proof proof) {

    /**
     * A proof of possession (RFC 9449 section 4.2), and the request that it must have been made for.
     *
     * @param jwt the proof, as it was sent
     * @param method of the request
     * @param address of the request, as clients know it
     */
    record Proof(String jwt, String method, String address) {}

    static Shown bearer(String token) {
        return new Shown(token, null);
    }
}
