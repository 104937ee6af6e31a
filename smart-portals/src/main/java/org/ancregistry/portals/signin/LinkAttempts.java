package org.ancregistry.portals.signin;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.portals.keys.Randomness;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts wrong link codes by who types them, on all nodes together, so that nobody can try many. */
final class LinkAttempts {

    static final int ALLOWED = 5;
    static final Duration WITHIN = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    LinkAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean tooMany(Subject subject) {
        return jdbc.sql("select count(*) from link_attempt where subject_hash = ? and attempted_at > ?")
                        .params(digest(subject), now().minus(WITHIN))
                        .query(Integer.class)
                        .single()
                >= ALLOWED;
    }

    void wrong(Subject subject) {
        jdbc.sql("delete from link_attempt where attempted_at < ?")
                .param(now().minusDays(1))
                .update();
        jdbc.sql("insert into link_attempt (id, subject_hash, attempted_at) values (?, ?, ?)")
                .params(UUID.randomUUID().toString(), digest(subject), now())
                .update();
    }

    private static String digest(Subject subject) {
        return Randomness.digest(subject.provider() + " " + subject.sub());
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
