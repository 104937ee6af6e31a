package org.ancregistry.interceptors.token;

/** Which access tokens were withdrawn before their end: by signing out, by unlinking, by an administrator. */
public interface RevokedTokens {

    /** Whether the token of that {@code jti} was withdrawn. */
    boolean revoked(String tokenId);
}
