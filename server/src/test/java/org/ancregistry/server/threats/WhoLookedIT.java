package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.audit.AuditOutbox;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Practitioner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Those who look after a woman see who looked at her record, and nothing else of the trail. */
class WhoLookedIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onH2());
    private static final Api API = new Api(VILLAGE.registry);

    private final Village.Mother nimali = VILLAGE.mother(VILLAGE.phm1);
    private final Village.Mother neighbour = VILLAGE.mother(VILLAGE.phm1);
    private final Caller midwife = TestTokens.caller(named("K. Kumari"), Role.MIDWIFE, VILLAGE.moh, VILLAGE.phm1);
    private final Village elsewhere = new Village(VILLAGE.registry);
    private final Caller stranger = elsewhere.doctor(elsewhere.clinic);

    private static String named(String name) {
        var person = new Practitioner().setActive(true);
        person.addName().setText(name);
        return VILLAGE.save(person);
    }

    @BeforeEach
    void bothAreLookedAt() {
        for (var woman : List.of(nimali, neighbour)) {
            assertThat(API.get(midwife, woman.weight()).status()).isEqualTo(200);
            assertThat(API.get(VILLAGE.herself(woman), woman.patient() + "/$anc-summary")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoHasHerInCareSeesWhoAndWhereAndNothingMore() {
        VILLAGE.refer(nimali.patient(), VILLAGE.clinic);
        for (var caller : List.of(
                midwife,
                VILLAGE.doctor(VILLAGE.clinic),
                TestTokens.caller(VILLAGE.practitioner, Role.CLINIC_NURSE, VILLAGE.clinic))) {
            var found = API.get(caller, of("AuditEvent?patient={own}&_include=AuditEvent:agent&_count=50"));
            assertThat(found.status()).as(found.body()).isEqualTo(200);
            assertThat(found.body())
                    .as(caller.role().code())
                    .contains(midwife.id(), "K. Kumari", "MOH area", "\"" + nimali.patient() + "\"")
                    .as("another woman's, what was read, and from which machine")
                    .doesNotContain(neighbour.patient() + "\"", nimali.weight() + "\"", "\"network\"", "\"query\"");
            assertThat(events(found))
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.getEntity()).hasSize(1));
        }
    }

    @Test
    void whoHasHerNotInCareIsToldSo() {
        var refused = API.get(stranger, of("AuditEvent?patient={own}"));
        assertThat(refused.refusal()).isEqualTo("403 forbidden");
        assertThat(refused.body()).contains("No such patient is in your care.").doesNotContain(midwife.id());
        assertThat(refused.body())
                .isEqualTo(API.get(stranger, "AuditEvent?patient=999999").body());
    }

    @Test
    void whoOpenedTheRecordInAnEmergencySeesItForThatTimeAndIsWrittenDown() {
        VILLAGE.registry
                .bean(PhnRegister.class)
                .bind(Phn.parse(nimali.phn()).orElseThrow(), nimali.patient(), nimali.phn());
        var asked = """
                {"resourceType":"Parameters","parameter":[
                 {"name":"request-id","valueString":"%s"},{"name":"phn","valueString":"%s"},
                 {"name":"reason","valueString":"She was brought in unconscious."}]}""";
        var opened = API.post(stranger, "Patient/$break-glass", asked.formatted(UUID.randomUUID(), nimali.phn()));
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);

        assertThat(API.get(stranger, of("AuditEvent?patient={own}")).body()).contains(midwife.id());
        assertThat(API.get(stranger, of("AuditEvent?patient={other}")).status()).isEqualTo(403);
        assertThat(purposesOfSearches(stranger)).containsExactly("BTG");
    }

    @Test
    void lookingAtTheListIsALookThatSheSees() {
        API.get(midwife, of("AuditEvent?patient={own}"));
        API.get(midwife, of("AuditEvent?patient={own}"));
        assertThat(purposesOfSearches(midwife)).containsExactly("TREAT", "TREAT");
        assertThat(events(API.get(VILLAGE.herself(nimali), of("AuditEvent?patient={own}"))))
                .filteredOn(event -> midwife.id().equals(who(event)))
                .as("a read and two searches")
                .hasSize(3);
    }

    /** Why that caller searched in Nimali's name. */
    private List<String> purposesOfSearches(Caller caller) {
        VILLAGE.registry.bean(AuditOutbox.class).deliver();
        return VILLAGE.registry
                .bean(JdbcTemplate.class)
                .queryForList(
                        "select purpose from audit_event where agent = ? and patient = ?"
                                + " and resource like '%\"search-type\"%'",
                        String.class, caller.id(), nimali.patient());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AuditEvent",
                "AuditEvent?_count=100",
                "AuditEvent?patient={own},{other}",
                "AuditEvent?patient={own}&patient={other}",
                "AuditEvent?subject={own}",
                "AuditEvent?patient={own}&subject={other}",
                "AuditEvent?patient={own}&agent=Practitioner/1",
                "AuditEvent?patient={own}&date=ge2020-01-01",
                "AuditEvent?patient={own}&outcome=4",
                "AuditEvent?patient={own}&purpose=BTG",
                "AuditEvent?patient={own}&phn=1",
                "AuditEvent?patient={own}&_id=1",
                "AuditEvent?patient={own}&_summary=count",
                "AuditEvent?patient={own}&_total=accurate",
                "AuditEvent?patient={own}&_elements=agent",
                "AuditEvent?phn=1",
            })
    void isAskedByThePatientAlone(String search) {
        assertThat(API.get(midwife, of(search)).refusal()).isEqualTo("403 forbidden");
        assertThat(API.get(midwife, of("AuditEvent?patient={own}")).status()).isEqualTo(200);
    }

    @Test
    void noEventIsReadByItsId() {
        var found = events(API.get(midwife, of("AuditEvent?patient={own}")));
        var one = "AuditEvent/" + found.get(0).getIdElement().getIdPart();
        assertThat(API.get(midwife, one).refusal()).isEqualTo("403 forbidden");
        assertThat(API.get(VILLAGE.herself(nimali), one).status()).isEqualTo(200);
    }

    @Test
    void isNotForSupervisorsAdministratorsAndPrograms() {
        for (var caller : List.of(VILLAGE.supervisor(), VILLAGE.administrator(), VILLAGE.system())) {
            assertThat(API.get(caller, of("AuditEvent?patient={own}")).refusal())
                    .as(caller.role().code())
                    .isEqualTo("403 forbidden");
        }
    }

    @Test
    void anAppSeesAsMuchAsItWasGiven() {
        assertThat(API.get(app("user/AuditEvent.rs", null), of("AuditEvent?patient={own}"))
                        .status())
                .isEqualTo(200);
        assertThat(API.get(app("user/AuditEvent.r", null), of("AuditEvent?patient={own}"))
                        .refusal())
                .isEqualTo("403 forbidden");
        assertThat(API.get(app("user/Observation.rs", null), of("AuditEvent?patient={own}"))
                        .refusal())
                .isEqualTo("403 forbidden");
        var forHer = app("patient/AuditEvent.rs", nimali.patient());
        assertThat(API.get(forHer, of("AuditEvent?patient={own}")).status()).isEqualTo(200);
        assertThat(API.get(forHer, of("AuditEvent?patient={other}")).refusal()).isEqualTo("403 forbidden");
    }

    private Caller app(String scope, @Nullable String record) {
        return new Caller(
                midwife.id(),
                Role.MIDWIFE,
                VILLAGE.moh,
                Set.of(VILLAGE.phm1),
                Set.of(scope),
                "an-app",
                midwife.purpose(),
                "test-" + UUID.randomUUID(),
                record);
    }

    /** What else she asks for may be who looked; and another woman who tried to is none of theirs. */
    @Test
    void ofWomenOnlyThatSheReadHerOwnRecordIsShown() {
        var herself = VILLAGE.herself(nimali);
        API.get(herself, nimali.patient());
        API.get(herself, "AuditEvent");
        API.get(VILLAGE.herself(neighbour), nimali.patient());
        API.get(VILLAGE.herself(neighbour), nimali.patient() + "/$anc-summary");
        var found = API.get(midwife, of("AuditEvent?patient={own}"));
        assertThat(found.body()).doesNotContain(neighbour.patient() + "\"");
        assertThat(events(found))
                .filteredOn(event -> nimali.patient().equals(who(event)))
                .hasSize(1)
                .allSatisfy(
                        event -> assertThat(event.getSubtype().get(1).getCode()).isEqualTo("$anc-summary"));
        assertThat(events(API.get(herself, "AuditEvent")))
                .filteredOn(event -> nimali.patient().equals(who(event)))
                .hasSizeGreaterThan(2);
    }

    private String of(String path) {
        return path.replace("{own}", nimali.id()).replace("{other}", neighbour.id());
    }

    private static List<AuditEvent> events(Api.Answer found) {
        var bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, found.body());
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(AuditEvent.class::isInstance)
                .map(AuditEvent.class::cast)
                .toList();
    }

    private static @Nullable String who(AuditEvent event) {
        return event.getAgent().stream()
                .filter(AuditEvent.AuditEventAgentComponent::getRequestor)
                .map(agent -> agent.getWho().getReference())
                .findFirst()
                .orElse(null);
    }
}
