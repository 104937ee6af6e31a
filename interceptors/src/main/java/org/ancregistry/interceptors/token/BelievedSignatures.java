package org.ancregistry.interceptors.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which tokens' signatures were found good, so that a page of many requests has its one token checked once.
 * Only that: times, audience and revocation are looked at on every use. It holds a digest and never a token, and believes
 * a signature only as long as the issuer's keys are those that it was checked with.
 */
final class BelievedSignatures {

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Belief> beliefs = new ConcurrentHashMap<>();

    BelievedSignatures(Clock clock) {
        this.clock = clock;
    }

    boolean holds(String token, JWKSet keys) {
        var belief = beliefs.get(digest(token));
        return belief != null && belief.keys().equals(keys) && clock.instant().isBefore(belief.until());
    }

    /** @param until the token's end, after which nobody asks about it any more */
    void add(String token, JWKSet keys, Instant until) {
        if (beliefs.size() >= MOST) {
            var now = clock.instant();
            beliefs.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (beliefs.size() < MOST) {
            beliefs.put(digest(token), new Belief(keys, until));
        }
    }

    private static String digest(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform knows SHA-256.", e);
        }
    }

    private record Belief(JWKSet keys, Instant until) {}
}
