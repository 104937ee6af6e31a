package org.ancregistry.sandbox.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One RSA key under the name that it is published by.
 *
 * @param jwk the key with its private part and certificate
 * @param until when it is no longer signed with
 */
public record SigningKey(RSAKey jwk, Instant until) {

    /** How long eSignet signs with one key. */
    public static final Duration LIFETIME = Duration.ofDays(1095);

    private static final int BITS = 2048;

    /**
     * Makes a key. Its name is not derived from the key but from what it is for, as in eSignet's key manager: that is
     * why two keys can bear one name.
     */
    public static SigningKey generate(String purpose, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return of(generator.generateKeyPair(), purpose, now);
        } catch (GeneralSecurityException | JOSEException impossible) {
            throw new IllegalStateException("This Java cannot make RSA keys", impossible);
        }
    }

    private static SigningKey of(KeyPair pair, String purpose, Instant now)
            throws GeneralSecurityException, JOSEException {
        var until = now.plus(LIFETIME);
        var certificate = SelfSignedCertificate.of(pair, "Sandbox eSignet (" + purpose + ")", now, until);
        var encoded = X509CertUtils.parse(certificate.decode()).getEncoded();
        var jwk = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyUse(KeyUse.SIGNATURE)
                .keyID(name(purpose))
                .x509CertChain(List.of(certificate))
                .x509CertSHA256Thumbprint(Base64URL.encode(sha("SHA-256", encoded)))
                .build();
        return new SigningKey(jwk, until);
    }

    private static String name(String purpose) throws GeneralSecurityException {
        var inner = sha("SHA-1", purpose.getBytes(StandardCharsets.UTF_8));
        return Base64URL.encode(sha("SHA-256", inner)).toString();
    }

    private static byte[] sha(String algorithm, byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(content);
    }

    public String kid() {
        return jwk.getKeyID();
    }

    /** The same key under another name, no longer signed with since {@code end}. */
    public SigningKey retired(String newName, Instant end) {
        return new SigningKey(new RSAKey.Builder(jwk).keyID(newName).build(), end);
    }

    /** A compact JWS with the header that eSignet writes: {@code alg} and {@code kid}, and no {@code typ}. */
    public String sign(JWSAlgorithm algorithm, Map<String, Object> claims) {
        try {
            var header = new JWSHeader.Builder(algorithm).keyID(kid()).build();
            var signed = new JWSObject(header, new Payload(claims));
            signed.sign(new RSASSASigner(jwk));
            return signed.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The sandbox's own key does not sign", impossible);
        }
    }

    /** The JWKS entry: {@code kty, use, kid, n, e, x5c, x5t#S256, exp} and no {@code alg}. */
    public Map<String, Object> published() {
        var entry = new LinkedHashMap<>(jwk.toPublicJWK().toJSONObject());
        entry.put("exp", until.getEpochSecond());
        return entry;
    }
}
