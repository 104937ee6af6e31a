package org.ancregistry.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

    @Override
    public boolean isKeptOut(String practitioner, String patient) {
        return !jdbc.sql("select who from kept_out where patient = ? and who = ?")
                .params(patient, practitioner)
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** The row's lock lets one of two presses through. */
    @Override
    public boolean takeContact(String practitioner, String patient, String contact) {
        return notOver(practitioner, patient, " and contact is null").stream()
                .limit(1)
                .anyMatch(id -> jdbc.sql("update emergency_access set contact = ? where id = ? and contact is null")
                                .params(contact, id)
                                .update()
                        == 1);
    }

    @Override
    public boolean hasContact(String practitioner, String patient, String contact) {
        return !notOver(practitioner, patient, " and contact = ?", contact).isEmpty();
    }

    private List<String> notOver(String practitioner, String patient, String and, Object... more) {
        return jdbc.sql("select id from emergency_access where practitioner = ? and patient = ? and open_until > ?"
                        + and + " order by opened_at")
                .params(practitioner, patient, clock.instant().atOffset(ZoneOffset.UTC))
                .params(more)
                .query(String.class)
                .list();
    }
}
