package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.server.audit.AuditOutbox;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail tells what happened and nothing else, whoever would like it otherwise. */
class AuditTrailIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();
    private static final Desk DESK = new Desk(REGISTRY.fhirBase());

    private final Gampaha gampaha = Gampaha.at(DESK);
    private final JdbcTemplate jdbc = REGISTRY.bean(JdbcTemplate.class);

    @Test
    void aRegistrationIsOneEventOfHers() {
        var registered = DESK.must(
                gampaha.kumari(),
                Registration.PATH,
                Registration.told(Woman.next()).asked());
        assertThat(events(gampaha.kumari()))
                .filteredOn(event -> event.get("ACTION").equals("C"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.get("PATIENT")).isEqualTo(registered.value("patient"));
                    assertThat(event.get("OUTCOME")).isEqualTo("0");
                    assertThat(event.get("ROLE")).isEqualTo("midwife");
                });
    }

    /** Her sign-in turns out to be another woman's after all her resources were written. */
    @Test
    void aRegistrationThatFailsAtItsLastStepIsOneRefusalAndNoWrite() {
        var nimali = Woman.next();
        linkToAnother(nimali);
        var registration = new Evidence(REGISTRY).registration(nimali, gampaha.kumari());
        var resources = count("hfj_resource");
        var answer = DESK.tried(gampaha.kumari(), Registration.PATH, registration.asked());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("subject-already-registered");
        assertThat(count("hfj_resource")).isEqualTo(resources);
        assertThat(events(gampaha.kumari())).singleElement().satisfies(event -> {
            assertThat(event.get("OUTCOME")).isEqualTo("4");
            assertThat((String) event.get("RESOURCE")).contains("subject-already-registered");
        });
    }

    @Test
    void everyRefusalIsOneEvent() {
        var kumari = gampaha.kumari();
        DESK.tried(
                kumari,
                Registration.PATH,
                Registration.verified("draft", "made-up").asked());
        DESK.get(kumari, "/Patient/999999999");
        DESK.any(kumari, "POST", "/Patient", "{\"resourceType\":\"Patient\"}");
        assertThat(events(kumari))
                .hasSize(3)
                .allMatch(event -> event.get("OUTCOME").equals("4"));
    }

    @Test
    void noRoleChangesOrDeletesAnEvent() {
        var registered = DESK.must(
                gampaha.kumari(),
                Registration.PATH,
                Registration.told(Woman.next()).asked());
        var patient = registered.value("patient");
        var id = events(gampaha.kumari()).get(0).get("ID");
        var event = jdbc.queryForObject("select resource from audit_event where id = ?", String.class, id);
        for (var role : Role.values()) {
            var caller = caller(role, patient);
            var path = "/AuditEvent/" + id;
            assertTurnedAway(DESK.any(caller, "PUT", path, String.valueOf(event)));
            assertTurnedAway(DESK.any(caller, "DELETE", path, ""));
            assertTurnedAway(DESK.any(caller, "POST", "/AuditEvent", String.valueOf(event)));
            assertTurnedAway(DESK.any(caller, "POST", path + "/$expunge", "{\"resourceType\":\"Parameters\"}"));
        }
        assertThat(jdbc.queryForObject("select resource from audit_event where id = ?", String.class, id))
                .isEqualTo(event);
    }

    private static void assertTurnedAway(Desk.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    }

    private Caller caller(Role role, String patient) {
        return switch (role) {
            case MIDWIFE -> gampaha.kumari();
            case DOCTOR -> gampaha.nizam();
            case MOTHER -> TestTokens.caller(patient, role, null);
            default ->
                TestTokens.caller(
                        "Practitioner/" + role.code(),
                        role,
                        gampaha.stored(gampaha.hospital),
                        gampaha.stored(gampaha.mohArea));
        };
    }

    private void linkToAnother(Woman woman) {
        var linked = REGISTRY.bean(LinkedPeople.class);
        new TransactionTemplate(REGISTRY.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status ->
                        linked.link(new Subject(Woman.PROVIDER, woman.sub()), "Patient/" + UUID.randomUUID()));
    }

    /** What was written down about a caller; each test has callers of its own. */
    private List<Map<String, Object>> events(Caller caller) {
        REGISTRY.bean(AuditOutbox.class).deliver();
        return jdbc.queryForList("select * from audit_event where agent = ? order by recorded", caller.id());
    }

    private Integer count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }
}
