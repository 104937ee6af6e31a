package org.ancregistry.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What tidying up takes away and what it leaves, the same on every database. */
abstract class HousekeepingRules {

    private final RegistryTables tables = tables();
    private final JdbcTemplate jdbc = tables.jdbc();
    private final String caller = "Practitioner/" + UUID.randomUUID();
    private final Instant now = Instant.now();

    abstract RegistryTables tables();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void takesAwayOldAttemptsHoweverMany() {
        attempts(Housekeeping.BATCH + 7, now.minus(Housekeeping.KEPT).minusSeconds(1));
        attempts(2, now.minusSeconds(600));

        at(now).tidyUp();

        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void leavesTheJobToTheNodeThatCameFirst() {
        at(now).tidyUp();
        attempts(3, now.minus(Duration.ofDays(2)));

        at(now.plusSeconds(60)).tidyUp();
        assertThat(attempts()).as("another node, a minute later").isEqualTo(3);

        at(now.plus(Duration.ofHours(2))).tidyUp();
        assertThat(attempts()).as("when it is due again").isZero();
    }

    @Test
    void keepsRequestsAndTheirAnswers() {
        jdbc.update(
                "insert into registry_request (caller, request_id, operation, content_hash, answer, asked_at)"
                        + " values (?, 'r1', '$register-anc', 'h', '{}', ?)",
                caller,
                Timestamp.from(now.minus(Duration.ofDays(4000))));

        at(now).tidyUp();

        assertThat(jdbc.queryForObject("select count(*) from registry_request where caller = ?", Integer.class, caller))
                .isOne();
    }

    private Housekeeping at(Instant moment) {
        return new Housekeeping(jdbc, Clock.fixed(moment, ZoneOffset.UTC));
    }

    private void attempts(int count, Instant begins) {
        List<Object[]> rows = IntStream.range(0, count)
                .mapToObj(number -> new Object[] {caller, "op-" + number, Timestamp.from(begins)})
                .toList();
        jdbc.batchUpdate("insert into request_attempt (caller, operation, begins, attempts) values (?, ?, ?, 1)", rows);
    }

    private Integer attempts() {
        return jdbc.queryForObject("select count(*) from request_attempt where caller = ?", Integer.class, caller);
    }
}
