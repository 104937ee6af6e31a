package org.ancregistry.portals.authorization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.ancregistry.portals.keys.Randomness;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers what was signed for one use, assertions of apps and proofs of their keys, on all nodes together until it
 * expires, so that one that was overheard opens nothing.
 */
public final class UsedAssertions {

    private final JdbcClient jdbc;
    private final Clock clock;

    UsedAssertions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether nobody showed it before; from now on somebody did, until {@code expires}. */
    public boolean isFirst(String id, Instant expires) {
        try {
            jdbc.sql("insert into used_assertion (id_hash, expires_at) values (?, ?)")
                    .params(Randomness.digest(id), expires.atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    /** The same, for what says only when it was made: remembered for as long as anybody would take it. */
    boolean isFirst(String id, Duration remembered) {
        return isFirst(id, clock.instant().plus(remembered));
    }

    void forgetEnded() {
        jdbc.sql("delete from used_assertion where expires_at < ?")
                .param(clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
    }
}
