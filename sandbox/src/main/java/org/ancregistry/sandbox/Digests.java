package org.ancregistry.sandbox;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/** Unguessable handles and the digests that the protocol is made of. */
final class Digests {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Digests() {}

    /** 32 random bytes in base64url, as eSignet's transaction ids and codes are. */
    static String handle() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }

    static String sha256(String text) {
        return Base64URL.encode(digest("SHA-256", text)).toString();
    }

    /** The pairwise subject of the mock ID system: SHA3-256 of the ID as typed and the relying party's id. */
    static String pairwiseSubject(String individualId, String relyingPartyId) {
        return Base64URL.encode(digest("SHA3-256", individualId + relyingPartyId))
                .toString();
    }

    /** {@code at_hash}: the left half of SHA-256 (OpenID Connect Core 3.1.3.6). */
    static String leftHalfOfSha256(String token) {
        var digest = digest("SHA-256", token);
        return Base64URL.encode(Arrays.copyOf(digest, digest.length / 2)).toString();
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java lacks " + algorithm, impossible);
        }
    }
}
