package org.ancregistry.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Believes a client that signs with its registered key (private_key_jwt, RFC 7523), by eSignet's rules of it. */
final class ClientAssertions {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration LEEWAY = Duration.ofSeconds(5);
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final Realm realm;
    private final ExpiringStore<Boolean> usedIds;

    ClientAssertions(Realm realm) {
        this.realm = realm;
        usedIds = realm.store(ONE_DAY);
    }

    /**
     * Refuses whatever this client did not sign for one of these audiences just now.
     *
     * @param audiences what the assertion may be addressed to
     */
    void check(SandboxClient client, String assertion, List<String> audiences) {
        try {
            var jwt = SignedJWT.parse(assertion);
            require(isSignedBy(client.publicKey(), jwt));
            checkClaims(client, jwt.getJWTClaimsSet(), audiences);
        } catch (ParseException | JOSEException unreadable) {
            throw refusal();
        }
    }

    private boolean isSignedBy(JWK key, SignedJWT jwt) throws JOSEException {
        var header = jwt.getHeader();
        return realm.profile().assertionAlgorithms().contains(header.getAlgorithm())
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm()))
                && Objects.equals(key.getKeyID(), header.getKeyID())
                && isPlainJwt(header)
                && jwt.verify(verifier(key));
    }

    private static boolean isPlainJwt(JWSHeader header) {
        return header.getType() == null || header.getType().equals(JOSEObjectType.JWT);
    }

    private JWSVerifier verifier(JWK key) throws JOSEException {
        if (key instanceof RSAKey rsa) {
            return new RSASSAVerifier(rsa);
        }
        if (key instanceof ECKey ec) {
            return new ECDSAVerifier(ec);
        }
        throw refusal();
    }

    private void checkClaims(SandboxClient client, JWTClaimsSet claims, List<String> audiences) {
        require(client.id().equals(claims.getIssuer()));
        require(client.id().equals(claims.getSubject()));
        require(isAddressedTo(claims.getAudience(), audiences));
        checkTimes(
                instant(claims.getIssueTime()),
                instant(claims.getNotBeforeTime()),
                instant(claims.getExpirationTime()));
        if (realm.profile().assertionsAreModern()) {
            require(claims.getJWTID() != null && usedIds.putNew(client.id() + " " + claims.getJWTID(), true));
        }
    }

    private boolean isAddressedTo(List<String> audience, List<String> audiences) {
        return realm.profile().assertionsAreModern()
                ? audience.stream().anyMatch(audiences::contains)
                : audience.equals(audiences.subList(0, 1));
    }

    private void checkTimes(@Nullable Instant issued, @Nullable Instant notBefore, @Nullable Instant expires) {
        var now = realm.clock().instant();
        require(expires != null && now.isBefore(expires.plus(LEEWAY)));
        require(notBefore == null || !now.isBefore(notBefore.minus(LEEWAY)));
        require(issued == null || expires == null || !issued.isAfter(expires));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private void require(boolean condition) {
        if (!condition) {
            throw refusal();
        }
    }

    Refusal refusal() {
        return new Refusal(realm.profile().assertionRefusal());
    }

    void forget() {
        usedIds.clear();
    }
}
