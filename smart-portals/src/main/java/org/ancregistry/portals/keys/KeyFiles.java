package org.ancregistry.portals.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;

/**
 * Reads keys from what operators have at hand: a JWK or JWK set (JSON), a PEM file (PKCS #8 private key, public key or
 * certificate, RSA), or a keystore. Every failure names the file and never its content.
 */
public final class KeyFiles {

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
    private static final String PRIVATE = "-----BEGIN PRIVATE KEY-----";

    private KeyFiles() {}

    /**
     * A private key.
     *
     * @throws KeyUnreadable when the file holds none
     */
    public static JWK privateKey(Path file) {
        var text = text(file);
        var key = isJson(text) ? jwks(file, text).get(0) : rsaPrivate(file, text);
        if (!key.isPrivate()) {
            throw new KeyUnreadable(file, "it holds no private key");
        }
        return key;
    }

    /**
     * The public keys of a JWK, a JWK set, a PEM key, public or private, or a PEM certificate.
     *
     * @throws KeyUnreadable when the file holds none
     */
    public static JWKSet publicKeys(Path file) {
        var text = text(file);
        var keys = isJson(text) ? jwks(file, text) : List.of(pem(file, text));
        return new JWKSet(keys).toPublicJWKSet();
    }

    /**
     * A private key from a keystore (PKCS #12 or JKS).
     *
     * @throws KeyUnreadable when the keystore, the password or the alias is wrong
     */
    public static JWK fromKeystore(Path file, String password, String alias) {
        try {
            var store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            var key = JWK.load(store, alias, password.toCharArray());
            if (key == null || !key.isPrivate()) {
                throw new KeyUnreadable(file, "it holds no private key under the alias " + alias);
            }
            return key;
        } catch (IOException | GeneralSecurityException | JOSEException e) {
            throw new KeyUnreadable(file, "the keystore does not open", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new KeyUnreadable(file, "it cannot be read", e);
        }
    }

    private static boolean isJson(String text) {
        return text.startsWith("{");
    }

    private static List<JWK> jwks(Path file, String json) {
        try {
            var keys = json.contains("\"keys\"") ? JWKSet.parse(json).getKeys() : List.of(JWK.parse(json));
            if (keys.isEmpty()) {
                throw new KeyUnreadable(file, "its key set is empty");
            }
            return keys;
        } catch (ParseException e) {
            throw new KeyUnreadable(file, "it is no JWK", e);
        }
    }

    private static JWK pem(Path file, String text) {
        return text.startsWith(PRIVATE) ? rsaPrivate(file, text) : pemPublic(file, text);
    }

    private static JWK rsaPrivate(Path file, String pem) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(body(pem)));
            var publicKey = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return named(new RSAKey.Builder((RSAPublicKey) publicKey).privateKey(key));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException | JOSEException e) {
            throw new KeyUnreadable(file, "it is no PKCS #8 RSA key in PEM form", e);
        }
    }

    private static JWK pemPublic(Path file, String pem) {
        try {
            if (pem.startsWith(CERTIFICATE)) {
                return JWK.parse(X509CertUtils.parseWithException(pem));
            }
            var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(body(pem)));
            return named(new RSAKey.Builder((RSAPublicKey) key));
        } catch (GeneralSecurityException | IllegalArgumentException | JOSEException e) {
            throw new KeyUnreadable(file, "it is no RSA public key or certificate in PEM form", e);
        }
    }

    private static JWK named(RSAKey.Builder key) throws JOSEException {
        return key.keyIDFromThumbprint().build();
    }

    private static byte[] body(String pem) {
        var lines = pem.lines().filter(line -> !line.startsWith("-----")).toList();
        return Base64.getDecoder().decode(String.join("", lines).replaceAll("\\s", ""));
    }
}
