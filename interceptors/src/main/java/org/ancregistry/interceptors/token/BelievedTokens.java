package org.ancregistry.interceptors.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what tokens say whose signatures were found good, so that a page of many requests has its one token read and
 * checked once. Only that: times, possession, audience and revocation are looked at on every use. It holds a digest and
 * never a token, and believes it only as long as the issuer's keys are those that it was checked with.
 */
final class BelievedTokens {

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<ByteBuffer, Belief> beliefs = new ConcurrentHashMap<>();

    BelievedTokens(Clock clock) {
        this.clock = clock;
    }

    /** What a token says, and who says it. */
    record Said(JWTClaimsSet claims, TrustedIssuer issuer) {}

    @Nullable
    Said by(String token) throws KeysUnavailable {
        var belief = beliefs.get(digest(token));
        return belief != null && holds(belief) ? belief.said() : null;
    }

    private boolean holds(Belief belief) throws KeysUnavailable {
        return clock.instant().isBefore(belief.until())
                && belief.keys().equals(belief.said().issuer().keys().known());
    }

    /** @param until the token's end, after which nobody asks about it any more */
    void add(String token, Said said, JWKSet keys, Instant until) {
        if (beliefs.size() >= MOST) {
            var now = clock.instant();
            beliefs.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (beliefs.size() < MOST) {
            beliefs.put(digest(token), new Belief(said, keys, until));
        }
    }

    private static ByteBuffer digest(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform knows SHA-256.", e);
        }
    }

    private record Belief(Said said, JWKSet keys, Instant until) {}
}
