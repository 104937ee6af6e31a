package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.Sharing;
import org.ancregistry.operations.fhir.RecordConsents;
import org.ancregistry.operations.fhir.RecordConsents.Wish;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Practitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a mother decides about her record holds for everybody at the next request: in each test she shares it at first, and
 * the same request then succeeds.
 */
class SharingIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onH2());
    private static final Api API = new Api(VILLAGE.registry);

    private final Caller midwife = VILLAGE.midwife(VILLAGE.phm1);
    private final Caller supervisor = VILLAGE.supervisor();
    private final Caller program = VILLAGE.system();
    private final Village.Mother nimali = VILLAGE.mother(VILLAGE.phm1);
    private final Caller herself = VILLAGE.herself(nimali);
    private final Caller doctor =
            TestTokens.caller(VILLAGE.save(new Practitioner().setActive(true)), Role.DOCTOR, VILLAGE.clinic);
    private final JdbcTemplate jdbc = VILLAGE.registry.bean(JdbcTemplate.class);

    @BeforeEach
    void theDoctorCaresForHerToo() {
        VILLAGE.refer(nimali.patient(), VILLAGE.clinic);
        for (var caller : List.of(midwife, supervisor, doctor, program, herself)) {
            assertThat(status(caller)).as(caller.role().code()).isEqualTo(200);
        }
    }

    private int status(Caller caller) {
        return API.get(caller, nimali.patient()).status();
    }

    private String says(Sharing sharing, String... keptOut) {
        var consents = new RecordConsents(nimali.patient(), VILLAGE.phm1, DateTimeType.now());
        return VILLAGE.save(stored(consents.verified(
                new Wish(sharing, List.of(keptOut)),
                UUID.randomUUID().toString(),
                OffsetDateTime.now(ZoneOffset.UTC).toInstant())));
    }

    private static Consent stored(Consent consent) {
        consent.setId((String) null);
        return consent;
    }

    @Test
    void ownAreaLeavesTheRecordToThoseWhoRegisterHerPregnancy() {
        says(Sharing.OWN_AREA);
        assertThat(status(midwife)).isEqualTo(200);
        assertThat(status(supervisor)).isEqualTo(200);
        assertThat(status(doctor)).isEqualTo(404);
        assertThat(status(program)).isEqualTo(404);
        assertThat(status(herself)).isEqualTo(200);
    }

    @Test
    void nobodyClosesItToAllButHerself() {
        says(Sharing.NOBODY);
        for (var caller : List.of(midwife, supervisor, doctor, program)) {
            assertThat(status(caller)).as(caller.role().code()).isEqualTo(404);
        }
        assertThat(status(herself)).isEqualTo(200);
        assertThat(API.get(herself, "Observation").body()).contains(nimali.weight());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{patient}",
                "{patient}/_history",
                "{patient}/_history/1",
                "{weight}",
                "{weight}/_history/1",
                "Patient?_id={id}",
                "Observation?patient={id}",
                "Observation?patient={id}&_summary=count",
                "Patient?identifier=https://fhir.health.gov.lk/id/phn%7C{phn}",
                "EpisodeOfCare?_include=EpisodeOfCare:patient&_count=100",
                "{patient}/$anc-summary",
            })
    void nothingOfAClosedRecordLeaves(String request) {
        var path = request.replace("{patient}", nimali.patient())
                .replace("{weight}", nimali.weight())
                .replace("{id}", nimali.id())
                .replace("{phn}", nimali.phn());
        var before = API.get(midwife, path);
        assertThat(before.status()).as(before.body()).isEqualTo(200);
        says(Sharing.NOBODY);
        for (var caller : List.of(midwife, supervisor)) {
            var answer = API.get(caller, path);
            assertThat(answer.body())
                    .doesNotContain(nimali.weight())
                    .doesNotContain(nimali.pregnancy())
                    .doesNotContain("\"" + nimali.phn() + "\"");
            if (path.contains("=" + nimali.id())) {
                assertThat(answer.body()).doesNotContainPattern("\"total\":1\\b");
            }
        }
    }

    @Test
    void aClosedRecordIsAnsweredLikeOneThatDoesNotExist() {
        says(Sharing.NOBODY);
        assertThat(API.get(midwife, nimali.patient()).body())
                .isEqualTo(API.get(midwife, "Patient/999999").body());
        assertThat(API.get(midwife, "Observation?patient=" + nimali.id()).body())
                .isEqualTo(API.get(midwife, "Observation?patient=999999").body());
        assertThat(totals(nimali.id())).isEqualTo(totals("999999"));
    }

    /** What a program counts of that woman. */
    private String totals(String id) {
        var counted = API.get(program, "EpisodeOfCare?patient=" + id + "&_summary=count");
        assertThat(counted.status()).as(counted.body()).isEqualTo(200);
        return counted.body().replaceAll(".*\"total\":(\\d+).*", "$1");
    }

    @Test
    void aProgramCountsOnlyThoseWhomItNames() {
        assertThat(totals(nimali.id())).isEqualTo("1");
        assertThat(API.get(program, "EpisodeOfCare?status=active&_summary=count")
                        .refusal())
                .isEqualTo("403 forbidden");
        assertThat(API.get(program, "EpisodeOfCare?status=active").body()).contains("Bundle");
    }

    @Test
    void somebodyWhomSheNamesIsKeptOutAndNobodyElse() {
        says(Sharing.CARE_TEAM, doctor.id());
        assertThat(status(doctor)).isEqualTo(404);
        assertThat(status(VILLAGE.doctor(VILLAGE.clinic))).isEqualTo(200);
        assertThat(status(midwife)).isEqualTo(200);
        assertThat(status(program)).isEqualTo(200);
    }

    @Test
    void aClinicThatSheNamesIsKeptOut() {
        says(Sharing.CARE_TEAM, VILLAGE.clinic);
        assertThat(status(doctor)).isEqualTo(404);
        assertThat(status(midwife)).isEqualTo(200);
    }

    @Test
    void whatSheTakesBackHoldsNoMore() {
        var consent = says(Sharing.NOBODY);
        assertThat(status(midwife)).isEqualTo(404);
        VILLAGE.update(VILLAGE.read(Consent.class, consent).setStatus(Consent.ConsentState.INACTIVE));
        assertThat(status(midwife)).isEqualTo(200);
        assertThat(API.get(herself, consent + "/_history").body())
                .contains("inactive")
                .contains("active");
    }

    @Test
    void whatSheWasHeardToSayIsForTheCareTeamAlone() {
        var consents = new RecordConsents(nimali.patient(), VILLAGE.phm1, DateTimeType.now());
        VILLAGE.save(stored(consents.spoken(Sharing.CARE_TEAM, VILLAGE.phm1)));
        assertThat(status(midwife)).isEqualTo(200);
        assertThat(status(doctor)).isEqualTo(200);
        assertThat(status(program)).isEqualTo(404);
    }

    @Test
    void anEmergencyOpensAClosedRecordButNotToSomebodyWhomSheNamed() {
        says(Sharing.NOBODY, doctor.id());
        var another = VILLAGE.doctor(VILLAGE.clinic);
        for (var caller : List.of(doctor, another)) {
            jdbc.update(
                    "insert into emergency_access (id, practitioner, patient, reason, opened_at, open_until)"
                            + " values (?, ?, ?, 'She bleeds heavily.', ?, ?)",
                    UUID.randomUUID().toString(),
                    caller.id(),
                    nimali.patient(),
                    OffsetDateTime.now(ZoneOffset.UTC),
                    OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
        }
        assertThat(status(another)).isEqualTo(200);
        assertThat(status(doctor)).isEqualTo(404);
    }

    @Test
    void aStaffAppForHerRecordSeesNothingAnyMore() {
        var app = new Caller(
                midwife.id(),
                midwife.role(),
                midwife.facility(),
                midwife.areas(),
                Set.of("patient/*.rs"),
                "growth-charts",
                midwife.purpose(),
                UUID.randomUUID().toString(),
                nimali.patient());
        assertThat(status(app)).isEqualTo(200);
        says(Sharing.NOBODY);
        assertThat(status(app)).isEqualTo(404);
    }
}
