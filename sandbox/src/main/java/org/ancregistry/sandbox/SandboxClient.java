package org.ancregistry.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relying party's registration, as its partner desk would have made it.
 *
 * @param id the client id
 * @param relyingPartyId whom the {@code sub} is made for: clients of one relying party see the same
 * @param publicKey the one key that its assertions are verified with
 * @param redirectUris exact, or ending in {@code /**}; at most five, none with a query
 * @param claims what it may ask for
 * @param acrs how people may prove themselves to it
 * @param extra what eSignet calls additionalConfig
 * @param name what the pages call it
 */
public record SandboxClient(
        String id,
        String relyingPartyId,
        JWK publicKey,
        List<String> redirectUris,
        List<String> claims,
        List<String> acrs,
        Extra extra,
        String name) {

    /** How people may prove themselves, in the order that the login page offers them. */
    static final List<String> ALL_ACRS =
            List.of("mosip:idp:acr:generated-code", "mosip:idp:acr:password", "mosip:idp:acr:static-code");

    private static final String ANY_BELOW = "/**";

    /**
     * The extra configuration of a client.
     *
     * @param encryptedUserinfo whether userinfo is a JWE
     * @param encryptionKey the key to encrypt it to; without one such a client's userinfo is refused
     * @param requiresPkce whether a request without a challenge is refused
     * @param requiresPushedRequests whether a request must have been pushed
     * @param dpopBound whether its tokens must be bound to a key
     * @param consentMinutes how long a consent and so a token lives; 0 for no limit of its own
     */
    public record Extra(
            boolean encryptedUserinfo,
            @Nullable RSAKey encryptionKey,
            boolean requiresPkce,
            boolean requiresPushedRequests,
            boolean dpopBound,
            int consentMinutes) {

        static final Extra NONE = new Extra(false, null, false, false, false, 0);
    }

    public SandboxClient {
        publicKey = publicKey.toPublicJWK();
        redirectUris = List.copyOf(redirectUris);
        claims = List.copyOf(claims);
        acrs = List.copyOf(acrs);
    }

    /** A client that may ask for every claim and lets people prove themselves by a code to their phone. */
    public static SandboxClient of(String id, String relyingPartyId, JWK publicKey, List<String> redirectUris) {
        return new SandboxClient(
                id, relyingPartyId, publicKey, redirectUris, Claims.ALL, ALL_ACRS.subList(0, 1), Extra.NONE, id);
    }

    /** The same with its redirect URIs one by one. */
    public static SandboxClient of(String id, String relyingPartyId, JWK publicKey, String... redirectUris) {
        return of(id, relyingPartyId, publicKey, List.of(redirectUris));
    }

    public SandboxClient named(String shown) {
        return new SandboxClient(id, relyingPartyId, publicKey, redirectUris, claims, acrs, extra, shown);
    }

    public SandboxClient withClaims(String... allowed) {
        return new SandboxClient(id, relyingPartyId, publicKey, redirectUris, List.of(allowed), acrs, extra, name);
    }

    public SandboxClient withAcrs(String... allowed) {
        return new SandboxClient(id, relyingPartyId, publicKey, redirectUris, claims, List.of(allowed), extra, name);
    }

    public SandboxClient with(Extra other) {
        return new SandboxClient(id, relyingPartyId, publicKey, redirectUris, claims, acrs, other, name);
    }

    /** Userinfo comes encrypted to this key; null is the known mistake of registering the one without the other. */
    public SandboxClient withEncryptedUserinfo(@Nullable RSAKey key) {
        var publicPart = key == null ? null : key.toPublicJWK();
        return with(new Extra(
                true,
                publicPart,
                extra.requiresPkce,
                extra.requiresPushedRequests,
                extra.dpopBound,
                extra.consentMinutes));
    }

    public SandboxClient requiringPkce() {
        return with(new Extra(
                extra.encryptedUserinfo,
                extra.encryptionKey,
                true,
                extra.requiresPushedRequests,
                extra.dpopBound,
                extra.consentMinutes));
    }

    public SandboxClient requiringPushedRequests() {
        return with(new Extra(
                extra.encryptedUserinfo,
                extra.encryptionKey,
                extra.requiresPkce,
                true,
                extra.dpopBound,
                extra.consentMinutes));
    }

    public SandboxClient boundByDpop() {
        return with(new Extra(
                extra.encryptedUserinfo,
                extra.encryptionKey,
                extra.requiresPkce,
                extra.requiresPushedRequests,
                true,
                extra.consentMinutes));
    }

    /** Consents and access tokens live this long, although {@code expires_in} goes on saying 3600. */
    public SandboxClient withConsentForMinutes(int minutes) {
        return with(new Extra(
                extra.encryptedUserinfo,
                extra.encryptionKey,
                extra.requiresPkce,
                extra.requiresPushedRequests,
                extra.dpopBound,
                minutes));
    }

    /** The key's own name (RFC 7638), by which eSignet sees that two clients share one. */
    String thumbprint() {
        try {
            return publicKey.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This Java lacks SHA-256", impossible);
        }
    }

    boolean allowsRedirectTo(String uri) {
        return redirectUris.stream().anyMatch(registered -> matches(registered, uri));
    }

    private static boolean matches(String registered, String uri) {
        return registered.endsWith(ANY_BELOW)
                ? uri.startsWith(registered.substring(0, registered.length() - ANY_BELOW.length() + 1))
                : registered.equals(uri);
    }
}
