package org.ancregistry.interceptors.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks about a token once in ten seconds, so that a revocation acts on every node within that time and a page of many
 * requests costs one look-up.
 */
public final class RememberedRevocations implements RevokedTokens {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final RevokedTokens asked;
    private final Clock clock;
    private volatile Map<String, Answer> answers = new ConcurrentHashMap<>();

    public RememberedRevocations(RevokedTokens asked, Clock clock) {
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public boolean revoked(String tokenId) {
        var now = clock.instant();
        var known = answers;
        var answer = known.get(tokenId);
        if (answer == null || !now.isBefore(answer.until())) {
            answer = new Answer(asked.revoked(tokenId), now.plus(REMEMBERED));
            remember(known, tokenId, answer, now);
        }
        return answer.revoked();
    }

    private static void remember(Map<String, Answer> known, String tokenId, Answer answer, Instant now) {
        if (known.size() >= MOST) {
            known.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (known.size() < MOST) {
            known.put(tokenId, answer);
        }
    }

    /**
     * For the node on which tokens are revoked: there it acts at once. An answer that is on its way just now was asked for
     * before, so it goes where nobody looks any more.
     */
    public void forget() {
        answers = new ConcurrentHashMap<>();
    }

    private record Answer(boolean revoked, Instant until) {}
}
