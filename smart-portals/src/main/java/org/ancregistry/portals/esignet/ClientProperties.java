package org.ancregistry.portals.esignet;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Clock;
import org.ancregistry.portals.keys.ClientAssertion;
import org.ancregistry.portals.keys.KeyFiles;
import org.jspecify.annotations.Nullable;

/**
 * A client that was registered for us at an eSignet, with its private key in a file or in a keystore.
 *
 * @param id the client id
 * @param keyFile a PEM (PKCS #8) or JWK file
 * @param keystore a PKCS #12 or JKS file, instead of the key file
 * @param keystorePassword its password, and the key's
 * @param keystoreAlias the key's name in it
 * @param kid the {@code kid} under which the public key was registered; empty when it was registered without one
 */
record ClientProperties(
        @NotBlank String id,
        @Nullable Path keyFile,
        @Nullable Path keystore,
        @Nullable String keystorePassword,
        @Nullable String keystoreAlias,
        @Nullable String kid) {

    @AssertTrue(message = "needs key-file, or keystore with keystore-password and keystore-alias")
    boolean isKeyNamed() {
        return keyFile != null || (keystore != null && keystorePassword != null && keystoreAlias != null);
    }

    /** Signs for this client; the key is named only when it was registered with a name. */
    ClientAssertion assertion(String algorithm, Clock clock) {
        var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(kid);
        return new ClientAssertion(id, key(), header.build(), clock);
    }

    JWK key() {
        if (keyFile != null) {
            return KeyFiles.privateKey(keyFile);
        }
        if (keystore == null || keystorePassword == null || keystoreAlias == null) {
            throw new IllegalStateException("The client " + id + " has no key.");
        }
        return KeyFiles.fromKeystore(keystore, keystorePassword, keystoreAlias);
    }
}
