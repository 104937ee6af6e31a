package org.ancregistry.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A secret key in a file that only the registry can read. Its content never appears in a message. */
final class SecretKeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(SecretKeyFile.class);
    private static final int BYTES = 32;
    private static final String TRY_OUT = "try-out:";

    private final Path file;

    SecretKeyFile(Path file) {
        this.file = file;
    }

    /** Makes the key where there is none yet, which only a try-out may do. */
    SecretKeyFile madeIfMissing() {
        if (!Files.exists(file)) {
            var key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            write(TRY_OUT + Base64.getEncoder().encodeToString(key));
            LOG.warn("Made a secret key in {} for trying out; keep it with the database", file);
        }
        return this;
    }

    /**
     * The key.
     *
     * @throws IllegalStateException when the file cannot be read or is no key
     */
    byte[] read() {
        try {
            var key = Base64.getDecoder().decode(text().replaceFirst("^" + TRY_OUT, ""));
            if (key.length < BYTES) {
                throw new IllegalStateException(file + " holds fewer than " + BYTES + " bytes.");
            }
            return key;
        } catch (IOException failure) {
            throw new IllegalStateException(file + " cannot be read: make one with openssl rand -base64 32.", failure);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(file + " is not Base64: make one with openssl rand -base64 32.", notBase64);
        }
    }

    /** Whether {@code file} was made by {@link #madeIfMissing()}. */
    static boolean isForTryingOut(Path file) {
        try {
            return Files.size(file) < 1024 && new SecretKeyFile(file).text().startsWith(TRY_OUT);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private String text() throws IOException {
        return Files.readString(file).strip();
    }

    private void write(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.writeString(Files.createFile(file, onlyOurs), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
