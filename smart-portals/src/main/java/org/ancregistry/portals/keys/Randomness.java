package org.ancregistry.portals.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Values that nobody can guess, and the digests under which they are kept. */
public final class Randomness {

    private static final SecureRandom SOURCE = new SecureRandom();
    private static final int BYTES = 32;

    private Randomness() {}

    /** 256 random bits as 43 URL-safe characters: for state, nonce, PKCE verifier, handle. */
    public static String token() {
        var bytes = new byte[BYTES];
        SOURCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** {@code length} characters of {@code alphabet}, each equally likely. */
    public static String code(String alphabet, int length) {
        var code = new StringBuilder(length);
        SOURCE.ints(length, 0, alphabet.length()).forEach(at -> code.append(alphabet.charAt(at)));
        return code.toString();
    }

    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform knows SHA-256.", e);
        }
    }

    /** What is kept of a secret value: its SHA-256, 64 hexadecimal characters. */
    public static String digest(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }
}
