package org.ancregistry.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.sandbox.http.Request;
import org.jspecify.annotations.Nullable;

/** Believes a request that proves possession of a key (RFC 9449), by eSignet's rules of it: RSA only, always a nonce. */
final class DpopProofs {

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    private static final Duration NONCE_LIFETIME = Duration.ofSeconds(15);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Realm realm;
    private final ExpiringStore<Boolean> nonces;
    private final ExpiringStore<Boolean> usedIds;

    DpopProofs(Realm realm) {
        this.realm = realm;
        nonces = realm.store(NONCE_LIFETIME);
        usedIds = realm.store(FRESH.multipliedBy(2));
    }

    /**
     * A proof that holds.
     *
     * @param thumbprint of the key, as {@code cnf.jkt} has it
     * @param nonce the server's nonce that it repeats, empty for none
     */
    record Proof(String thumbprint, String nonce) {}

    /**
     * The proof that a request brings, or nothing.
     *
     * @param address what discovery calls the endpoint
     * @param accessToken the token that the proof must be about, empty at an endpoint that gives them out
     */
    Optional<Proof> of(Request request, String address, String accessToken) {
        var header = request.header("DPoP");
        if (header.isEmpty() || !realm.profile().hasPushedRequests()) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(header);
            require(isWellSigned(jwt));
            var claims = jwt.getJWTClaimsSet();
            checkClaims(claims, request.method(), address, accessToken);
            var thumbprint = jwt.getHeader().getJWK().computeThumbprint().toString();
            return Optional.of(new Proof(thumbprint, text(claims, "nonce")));
        } catch (ParseException | JOSEException unreadable) {
            throw refusal();
        }
    }

    private static boolean isWellSigned(SignedJWT jwt) throws JOSEException {
        var header = jwt.getHeader();
        return TYPE.equals(header.getType())
                && ALGORITHMS.contains(header.getAlgorithm())
                && header.getJWK() instanceof RSAKey key
                && !key.isPrivate()
                && jwt.verify(new RSASSAVerifier(key));
    }

    private void checkClaims(JWTClaimsSet claims, String method, String address, String accessToken)
            throws ParseException {
        require(method.equals(text(claims, "htm")));
        require(address.equals(text(claims, "htu")));
        require(accessToken.isEmpty() || Digests.sha256(accessToken).equals(text(claims, "ath")));
        require(isFresh(claims.getIssueTime()));
        require(claims.getJWTID() != null && usedIds.putNew(claims.getJWTID(), true));
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        var value = claims.getStringClaim(name);
        return value == null ? "" : value;
    }

    private boolean isFresh(@Nullable Date issued) {
        return issued != null
                && Duration.between(issued.toInstant(), realm.clock().instant())
                                .abs()
                                .compareTo(FRESH)
                        <= 0;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw refusal();
        }
    }

    static Refusal refusal() {
        return new Refusal("invalid_dpop_proof");
    }

    /** Wants one of the server's own nonces, young enough. */
    void checkNonce(Proof proof) {
        if (nonces.find(proof.nonce()).isEmpty()) {
            throw new Refusal("use_dpop_nonce", "Authorization server requires nonce in DPoP proof");
        }
    }

    String newNonce() {
        var nonce = Digests.handle();
        nonces.put(nonce, true);
        return nonce;
    }

    void forget() {
        nonces.clear();
        usedIds.clear();
    }
}
