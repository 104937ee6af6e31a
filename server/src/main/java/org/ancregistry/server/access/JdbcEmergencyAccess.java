package org.ancregistry.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.ancregistry.domain.access.EmergencyAccess;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps who opened which record in an emergency. */
final class JdbcEmergencyAccess implements EmergencyAccess {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration life;

    JdbcEmergencyAccess(JdbcClient jdbc, Clock clock, Duration life) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.life = life;
    }

    @Override
    public Instant open(String practitioner, String patient, String reason) {
        var now = clock.instant();
        var until = now.plus(life);
        jdbc.sql("insert into emergency_access (id, practitioner, patient, reason, opened_at, open_until)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        practitioner,
                        patient,
                        reason,
                        now.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC))
                .update();
        return until;
    }
}
