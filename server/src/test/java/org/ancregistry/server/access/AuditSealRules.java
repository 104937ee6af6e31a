package org.ancregistry.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.server.audit.AuditCheck;
import org.ancregistry.server.audit.AuditOutbox;
import org.ancregistry.server.audit.AuditSeals;
import org.ancregistry.server.testing.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** That nobody changes the audit trail without its being found, whichever database keeps it. */
abstract class AuditSealRules {

    private final RunningRegistry registry = registry();
    private final Village village = new Village(registry);
    private final Api api = new Api(registry);
    protected final JdbcTemplate jdbc = registry.bean(JdbcTemplate.class);
    private final AuditSeals seals = registry.bean(AuditSeals.class);
    private final AuditCheck check = registry.bean(AuditCheck.class);

    abstract RunningRegistry registry();

    /** Lets somebody change the trail whom the database would stop. */
    abstract void asOwner(String sql, Object... values);

    /** An event of the trail, sealed. */
    private String sealedEvent() {
        var mother = village.mother(village.phm1);
        api.get(village.midwife(village.phm1), mother.patient());
        registry().bean(AuditOutbox.class).deliver();
        seals.seal();
        return jdbc.queryForObject("select max(id) from audit_event where patient = ?", String.class, mother.patient());
    }

    @Test
    void aWholeTrailIsFoundWhole() {
        var event = sealedEvent();
        seals.seal();
        assertThat(jdbc.queryForObject("select count(*) from audit_sealed where event = ?", Integer.class, event))
                .isEqualTo(1);
        assertThat(check.findings().problems()).noneMatch(problem -> problem.contains(event));
        assertThat(check.findings().seals()).isPositive();
    }

    @Test
    void aRemovedRowIsFound() {
        var event = sealedEvent();
        asOwner("delete from audit_event where id = ?", event);
        assertThat(check.findings().problems()).contains("Event " + event + " was removed.");
    }

    @Test
    void aChangedRowIsFound() {
        var event = sealedEvent();
        asOwner("update audit_event set agent = 'Practitioner/somebody-else' where id = ?", event);
        assertThat(check.findings().problems()).contains("Event " + event + " was changed.");
    }

    @Test
    void aRowTakenOutOfItsSealIsFound() {
        var event = sealedEvent();
        var seal = jdbc.queryForObject("select seal from audit_sealed where event = ?", Long.class, event);
        asOwner("delete from audit_event where id = ?", event);
        asOwner("delete from audit_sealed where event = ?", event);
        assertThat(check.findings().problems()).contains("Seal " + seal + " is broken: what it covered was changed.");
    }
}
