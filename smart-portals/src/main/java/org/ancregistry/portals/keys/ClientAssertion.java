package org.ancregistry.portals.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;

/**
 * Proves to another server that it is our client that asks: a signed statement for one request (private_key_jwt, RFC 7523
 * section 2.2), each with an id of its own because an id is taken once.
 */
public final class ClientAssertion {

    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final String clientId;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final Clock clock;

    /** A client whose {@code header} has the algorithm, and the key's name where the other server knows it by one. */
    public ClientAssertion(String clientId, JWK key, JWSHeader header, Clock clock) {
        this.clientId = clientId;
        this.header = header;
        this.signer = signer(key, header.getAlgorithm());
        this.clock = clock;
    }

    private static JWSSigner signer(JWK key, JWSAlgorithm algorithm) {
        try {
            return new DefaultJWSSignerFactory().createJWSSigner(key, algorithm);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The client's key cannot sign with " + algorithm + ".", e);
        }
    }

    /** A fresh assertion for that audience. */
    public String forAudience(String audience) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(Randomness.token())
                .build();
        try {
            var assertion = new SignedJWT(header, claims);
            assertion.sign(signer);
            return assertion.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The client assertion cannot be signed.", e);
        }
    }
}
