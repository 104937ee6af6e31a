package org.ancregistry.portals.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ancregistry.portals.keys.KeyFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that says "this token is ours". Its id is its thumbprint (RFC 7638), so that a new key has a new id. */
record SigningKey(RSAKey jwk) {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
    private static final int BITS = 2048;

    /**
     * The key of a file.
     *
     * @throws org.ancregistry.portals.keys.KeyUnreadable when the file is not there or holds no key
     */
    static SigningKey read(Path file) {
        return new SigningKey(named(KeyFiles.privateKey(file)));
    }

    /** The same, but makes the key where there is none yet, which only a try-out may do. */
    static SigningKey readOrMake(Path file) {
        if (Files.notExists(file)) {
            generate(file);
        }
        return read(file);
    }

    /**
     * A key of ours as it is published, private or public.
     *
     * @throws IllegalArgumentException when it is no RSA key, or a short one
     */
    static RSAKey named(JWK key) {
        if (!(key instanceof RSAKey rsa) || rsa.size() < BITS) {
            throw new IllegalArgumentException(
                    "anc.authorization: signing-key and further-keys need RSA keys of 2048 bits or more.");
        }
        try {
            return new RSAKey.Builder(rsa)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform knows SHA-256.", e);
        }
    }

    private static void generate(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var whole = Files.createTempFile(
                    folder,
                    "key",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(whole, new RSAKeyGenerator(BITS).generate().toJSONString());
            keepFirst(whole, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key cannot be written to " + file + ".", e);
        } catch (JOSEException e) {
            throw new IllegalStateException("No RSA key can be made.", e);
        }
    }

    /** A hard link fails when the file is there by now: two that start at once must not end with two keys. */
    private static void keepFirst(Path whole, Path file) throws IOException {
        try {
            Files.createLink(file, whole);
            LOG.info("Made a signing key for this try-out: {}", file);
        } catch (FileAlreadyExistsException otherWasFirst) {
            LOG.debug("The signing key is there already: {}", file);
        } finally {
            Files.delete(whole);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + jwk.getKeyID() + "]";
    }
}
