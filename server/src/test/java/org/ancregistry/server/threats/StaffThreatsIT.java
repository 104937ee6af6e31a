package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What staff may not do to women outside their care, nor in another's name: rows S-01 to S-21. */
class StaffThreatsIT {

    private static final String REASON = "She was brought in unconscious.";
    private static final Village VILLAGE = new Village(RunningRegistry.onPostgres());
    private static final Api API = new Api(VILLAGE.registry);
    private static final Village.Mother NIMALI = VILLAGE.nimali;

    private final Caller midwife = VILLAGE.midwife(VILLAGE.phm1);
    private final Village elsewhere = new Village(VILLAGE.registry);
    private final Caller stranger = elsewhere.doctor(elsewhere.clinic);
    private final JdbcTemplate jdbc = VILLAGE.registry.bean(JdbcTemplate.class);

    private static String parameters(String... namesAndValues) {
        var parts = new StringBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            parts.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"%s\",\"valueString\":\"%s\"}"
                            .formatted(namesAndValues[i], namesAndValues[i + 1]));
        }
        return "{\"resourceType\":\"Parameters\",\"parameter\":[" + parts + "]}";
    }

    /** A mother whose number the register knows, so that it can be typed. */
    private static Village.Mother known() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        VILLAGE.registry.bean(PhnRegister.class).bind(phn(mother), mother.patient(), mother.phn());
        return mother;
    }

    private static Phn phn(Village.Mother mother) {
        return Phn.parse(mother.phn()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-02 no-evidence", "S-03 made-up-evidence"})
    void nobodyIsRegisteredWithoutHerOwnProof(String row) {
        var body = row.startsWith("S-02")
                ? parameters("request-id", row.replace(' ', '-'), "draft", "d")
                : parameters("request-id", row.replace(' ', '-'), "draft", "d", "evidence", "made-up");
        var answer = API.post(midwife, "Patient/$register-anc", body);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 409);
        assertThat(answer.body()).contains("anc-problem");
    }

    @Test
    void s05ADoctorOutsideTheRelationshipGetsNothing() {
        assertThat(API.get(midwife, NIMALI.patient()).status()).isEqualTo(200);
        for (var path : List.of(NIMALI.patient(), NIMALI.weight(), NIMALI.patient() + "/$anc-summary")) {
            assertThat(API.get(stranger, path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void s06BreakGlassNeedsAReason() {
        var mother = known();
        var without = API.post(stranger, "Patient/$break-glass", parameters("request-id", id(), "phn", mother.phn()));
        assertThat(without.status()).as(without.body()).isEqualTo(400);
        var tooShort = API.post(
                stranger, "Patient/$break-glass", parameters("request-id", id(), "phn", mother.phn(), "reason", "now"));
        assertThat(tooShort.status()).isEqualTo(400);
        assertThat(API.get(stranger, mother.patient()).status()).isEqualTo(404);
    }

    @Test
    void s06WhoseNumberItIsIsToldByInitialsOpensNothingAndSheSeesIt() {
        var mother = known();
        var told = API.post(stranger, "Patient/$whose-phn", parameters("phn", mother.phn()));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.body()).contains("\"initials\"", "\"S\"").doesNotContain("Somebody", mother.phn());
        assertThat(API.get(stranger, mother.patient()).status()).isEqualTo(404);
        deliver();
        assertThat(API.get(VILLAGE.herself(mother), "AuditEvent?patient=" + mother.id())
                        .body())
                .contains("$whose-phn", stranger.id());
        assertThat(purposes(mother)).doesNotContain("BTG");
        for (var caller : List.of(midwife, VILLAGE.supervisor(), VILLAGE.herself(mother))) {
            assertThat(API.post(caller, "Patient/$whose-phn", parameters("phn", mother.phn()))
                            .status())
                    .as(caller.role().code())
                    .isEqualTo(403);
        }
    }

    @Test
    void s07BreakGlassOpensOneRecordForAWhileAndIsMarkedForHer() {
        var mother = known();
        var other = VILLAGE.mother(VILLAGE.phm1);
        assertThat(API.get(stranger, mother.patient()).status()).isEqualTo(404);
        var opened = API.post(
                stranger,
                "Patient/$break-glass",
                parameters("request-id", id(), "phn", mother.phn(), "reason", REASON));
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        assertThat(opened.body()).contains(mother.patient()).contains("\"until\"");
        assertThat(API.get(stranger, mother.patient()).status()).isEqualTo(200);
        assertThat(API.get(stranger, mother.patient() + "/$anc-summary").status())
                .isEqualTo(200);
        assertThat(API.get(stranger, other.patient()).status()).isEqualTo(404);
        assertThat(API.get(elsewhere.doctor(VILLAGE.phm2), mother.patient()).status())
                .as("the same doctor elsewhere")
                .isEqualTo(200);
        var seen = API.get(VILLAGE.herself(mother), "AuditEvent?patient=" + mother.id());
        assertThat(seen.body()).contains("\"BTG\"").contains(stranger.id()).doesNotContain("unconscious");
        assertThat(purposes(mother)).contains("BTG");
        assertThat(API.get(midwife, "Task?patient=" + mother.id()).body()).contains("review-emergency");
    }

    @Test
    void s07ASecondPressOpensNothingASecondTime() {
        var mother = known();
        var pressed = parameters("request-id", id(), "phn", mother.phn(), "reason", REASON);
        var first = API.post(stranger, "Patient/$break-glass", pressed);
        var second = API.post(stranger, "Patient/$break-glass", pressed);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(jdbc.queryForObject(
                        "select count(*) from emergency_access where patient = ?", Long.class, mother.patient()))
                .isEqualTo(1);
    }

    @Test
    void s07BreakGlassEndsByItself() {
        var mother = known();
        API.post(
                stranger,
                "Patient/$break-glass",
                parameters("request-id", id(), "phn", mother.phn(), "reason", REASON));
        assertThat(API.get(stranger, mother.patient()).status()).isEqualTo(200);
        jdbc.update(
                "update emergency_access set open_until = ? where patient = ?",
                OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1),
                mother.patient());
        assertThat(API.get(stranger, mother.patient()).status()).isEqualTo(404);
    }

    @Test
    void s08BreakGlassIsNeitherForMidwivesNorForMothers() {
        var mother = known();
        var nurse = new Caller(
                stranger.id(),
                Role.CLINIC_NURSE,
                stranger.facility(),
                stranger.areas(),
                stranger.scopes(),
                stranger.client(),
                stranger.purpose(),
                stranger.tokenId());
        for (var caller :
                List.of(VILLAGE.midwife(VILLAGE.phm2), VILLAGE.supervisor(), nurse, VILLAGE.herself(VILLAGE.fathima))) {
            var answer = API.post(
                    caller,
                    "Patient/$break-glass",
                    parameters("request-id", id(), "phn", mother.phn(), "reason", REASON));
            assertThat(answer.status()).as(caller.role().code()).isEqualTo(403);
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static void deliver() {
        VILLAGE.registry.bean(AuditOutbox.class).deliver();
    }

    private List<String> purposes(Village.Mother mother) {
        deliver();
        return jdbc.queryForList(
                "select purpose from audit_event where patient = ? and agent = ?",
                String.class,
                mother.patient(),
                stranger.id());
    }

    @Test
    void s09GuessingNumbersEndsAndMissesLookAlike() {
        var guesser = new Village(VILLAGE.registry);
        var doctor = guesser.doctor(guesser.clinic);
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 40; i++) {
            var phn = "2047%06dX".formatted(i);
            statuses.add(API.post(
                            doctor,
                            "Patient/$break-glass",
                            parameters("request-id", id(), "phn", phn, "reason", REASON))
                    .status());
        }
        assertThat(statuses).contains(404, 429).doesNotContain(200, 500);
        assertThat(statuses.get(39)).isEqualTo(429);
    }

    @Test
    void s09AskingWhoseNumbersTheyAreEnds() {
        var guesser = new Village(VILLAGE.registry);
        var doctor = guesser.doctor(guesser.clinic);
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 31; i++) {
            statuses.add(API.post(doctor, "Patient/$whose-phn", parameters("phn", "2047%06dX".formatted(i)))
                    .status());
        }
        assertThat(statuses).contains(404).doesNotContain(200, 500).endsWith(429);
    }

    @Test
    void s09LookingUpNumbersThatNobodyHoldsEndsAndAHitDoesNotCount() {
        var guesser = new Village(VILLAGE.registry);
        var guessing = guesser.midwife(guesser.phm1);
        var search = "Patient?identifier=" + Village.PHN_SYSTEM + "%7C";
        for (var i = 0; i < 40; i++) {
            assertThat(API.get(guessing, search + guesser.nimali.phn()).status())
                    .isEqualTo(200);
        }
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 40; i++) {
            statuses.add(API.get(guessing, search + "2047%06dX".formatted(i)).status());
        }
        assertThat(statuses.get(0)).isEqualTo(200);
        assertThat(statuses.get(39)).isEqualTo(429);
        assertThat(API.get(guessing, search + NIMALI.phn()).status()).isEqualTo(429);
    }

    @Test
    void s10NobodyListsEveryWoman() {
        for (var caller : List.of(midwife, stranger, VILLAGE.supervisor())) {
            assertThat(API.get(caller, "Patient").status()).isEqualTo(403);
            assertThat(API.get(caller, "Patient?_count=1000000").status()).isEqualTo(403);
        }
        assertThat(API.get(midwife, "EpisodeOfCare").body()).doesNotContain(VILLAGE.fathima.pregnancy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT AuditEvent/1", "POST AuditEvent", "DELETE AuditEvent/1", "PATCH AuditEvent/1"})
    void s11NobodyWritesTheTrail(String write) {
        var before = jdbc.queryForObject("select count(*) from audit_event", Long.class);
        var space = write.indexOf(' ');
        for (var caller : List.of(midwife, VILLAGE.administrator(), VILLAGE.system())) {
            var answer = API.send(
                    caller,
                    write.substring(0, space),
                    write.substring(space + 1),
                    "{\"resourceType\":\"AuditEvent\",\"id\":\"1\"}");
            assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        }
        assertThat(jdbc.queryForObject("select count(*) from audit_event", Long.class))
                .isGreaterThanOrEqualTo(before);
    }

    @Test
    void s12EveryReadAndRefusalIsWrittenDown() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        API.get(midwife, mother.patient());
        API.get(stranger, mother.patient());
        deliver();
        var outcomes =
                jdbc.queryForList("select outcome from audit_event where patient = ?", String.class, mother.patient());
        assertThat(outcomes).contains("0", "4");
        assertThat(API.get(VILLAGE.herself(mother), "AuditEvent?patient=" + mother.id())
                        .status())
                .isEqualTo(200);
        assertThat(API.get(VILLAGE.herself(VILLAGE.fathima), "AuditEvent?patient=" + mother.id())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void s19NobodyChangesHerConsentForHer() {
        var consent = new Consent().setStatus(Consent.ConsentState.ACTIVE);
        consent.setPatient(new Reference(NIMALI.patient()));
        var stored = VILLAGE.save(consent);
        assertThat(API.get(midwife, stored).status()).isEqualTo(200);
        var body = "{\"resourceType\":\"Consent\",\"id\":\"" + stored.substring(8) + "\",\"status\":\"rejected\"}";
        for (var caller : List.of(midwife, stranger, VILLAGE.supervisor(), VILLAGE.system())) {
            assertThat(API.send(caller, "PUT", stored, body).status()).isBetween(400, 405);
        }
        assertThat(VILLAGE.read(Consent.class, stored).getStatus()).isEqualTo(Consent.ConsentState.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$meta-delete", "$meta-add", "$expunge"})
    void s20NobodyTakesLabelsAway(String operation) {
        for (var caller : List.of(midwife, VILLAGE.administrator(), VILLAGE.system())) {
            var answer = API.post(caller, NIMALI.weight() + "/" + operation, "{\"resourceType\":\"Parameters\"}");
            assertThat(answer.status()).as(answer.body()).isBetween(400, 405);
        }
    }

    @Test
    void s21ABackendKeepsToItsScopes() {
        var system = VILLAGE.system();
        var observations = new Caller(
                system.id(),
                system.role(),
                null,
                system.areas(),
                Set.of("system/Observation.rs"),
                system.client(),
                system.purpose(),
                system.tokenId());
        assertThat(API.get(observations, NIMALI.weight()).status()).isEqualTo(200);
        assertThat(API.get(observations, NIMALI.patient()).status()).isEqualTo(403);
        assertThat(API.get(observations, "Patient?_id=" + NIMALI.id()).status()).isEqualTo(403);
        assertThat(API.get(observations, "Observation?patient=" + NIMALI.id() + "&_include=Observation:subject")
                        .body())
                .doesNotContain(NIMALI.phn());
    }
}
