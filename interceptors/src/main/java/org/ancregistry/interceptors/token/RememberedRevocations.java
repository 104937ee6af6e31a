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
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    public RememberedRevocations(RevokedTokens asked, Clock clock) {
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public boolean revoked(String tokenId) {
        var now = clock.instant();
        var answer = answers.get(tokenId);
        if (answer == null || !now.isBefore(answer.until())) {
            answer = new Answer(asked.revoked(tokenId), now.plus(REMEMBERED));
            remember(tokenId, answer, now);
        }
        return answer.revoked();
    }

    private void remember(String tokenId, Answer answer, Instant now) {
        if (answers.size() >= MOST) {
            answers.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (answers.size() < MOST) {
            answers.put(tokenId, answer);
        }
    }

    /** For the node on which a token is revoked: there it acts at once. */
    public void forget(String tokenId) {
        answers.remove(tokenId);
    }

    private record Answer(boolean revoked, Instant until) {}
}
