package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Practitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A privacy officer sees who looked at whose record, and no record. */
class PrivacyOfficerIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onH2());
    private static final Api API = new Api(VILLAGE.registry);

    private final Village.Mother nimali = VILLAGE.mother(VILLAGE.phm1);
    private final Caller officer = TestTokens.caller(VILLAGE.practitioner, Role.PRIVACY_OFFICER, VILLAGE.moh);
    private final Caller midwife = TestTokens.caller(named("K. Kumari"), Role.MIDWIFE, VILLAGE.moh, VILLAGE.phm1);

    private static String named(String name) {
        var person = new Practitioner().setActive(true);
        person.addName().setText(name);
        return VILLAGE.save(person);
    }

    @BeforeEach
    void sheIsLookedAt() {
        VILLAGE.registry
                .bean(PhnRegister.class)
                .bind(Phn.parse(nimali.phn()).orElseThrow(), nimali.patient(), nimali.phn());
        assertThat(API.get(midwife, nimali.patient()).status()).isEqualTo(200);
        assertThat(API.get(VILLAGE.system(), nimali.patient()).status()).isEqualTo(200);
        assertThat(API.get(VILLAGE.midwife(VILLAGE.phm2), nimali.patient()).status())
                .isEqualTo(404);
    }

    @Test
    void findsByMotherByPersonByDayAndByPurpose() {
        var today = LocalDate.now(ZoneOffset.UTC);
        for (var search : List.of(
                "patient=" + nimali.id(),
                "phn=" + nimali.phn(),
                "phn=" + nimali.phn() + "&agent=" + midwife.id(),
                "patient=" + nimali.id() + "&date=ge" + today.minusDays(1) + "&date=lt" + today.plusDays(2),
                "patient=" + nimali.id() + "&purpose=TREAT")) {
            var found = API.postForm(officer, "AuditEvent/_search", search);
            assertThat(found.status()).as(found.body()).isEqualTo(200);
            assertThat(found.body()).as(search).contains(midwife.id());
        }
        for (var search : List.of(
                "phn=" + VILLAGE.fathima.phn(),
                "patient=" + nimali.id() + "&purpose=BTG",
                "patient=" + nimali.id() + "&agent=Practitioner/999999",
                "patient=" + nimali.id() + "&date=lt" + today.minusDays(2))) {
            assertThat(API.postForm(officer, "AuditEvent/_search", search).body())
                    .as(search)
                    .doesNotContain(midwife.id());
        }
    }

    @Test
    void isToldThatNobodyHoldsANumberAndNotThatNobodyLooked() {
        assertThat(API.postForm(officer, "AuditEvent/_search", "phn=2047KTR9MX5")
                        .refusal())
                .isEqualTo("404 not-found");
    }

    @Test
    void seesAllWomensAndRefusedAttemptsToo() {
        var all = API.get(
                officer,
                "AuditEvent?_count=100&date=ge" + LocalDate.now(ZoneOffset.UTC).minusDays(1));
        assertThat(all.body()).contains(nimali.patient());
        assertThat(API.get(officer, "AuditEvent?patient=" + nimali.id() + "&outcome=4")
                        .body())
                .contains(VILLAGE.practitioner);
    }

    @Test
    void leavesOutWhatWasAboutNobodysRecord() {
        var another = TestTokens.caller(named("T. Jayasuriya"), Role.PRIVACY_OFFICER, VILLAGE.moh);
        assertThat(API.get(another, "Practitioner?name=Kumari").status()).isEqualTo(200);
        var all = API.postForm(officer, "AuditEvent/_search", "agent=" + another.id());
        assertThat(all.body()).contains("\"search-type\"");
        var womens = API.postForm(officer, "AuditEvent/_search", "agent=" + another.id() + "&about=woman");
        assertThat(womens.status()).as(womens.body()).isEqualTo(200);
        assertThat(womens.body()).doesNotContain("\"search-type\"");
    }

    @Test
    void isToldNamesAndPlaces() {
        for (var caller : List.of(officer, VILLAGE.herself(nimali))) {
            var found = API.get(caller, "AuditEvent?patient=" + nimali.id() + "&_include=AuditEvent:agent");
            assertThat(found.body())
                    .as(caller.role().code())
                    .contains("K. Kumari", "MOH area", "\"mode\":\"include\"", "\"backend\"");
        }
    }

    @Test
    void readsOneEventThatAnotherWomanMayNot() {
        var found = API.get(officer, "AuditEvent?patient=" + nimali.id() + "&_count=1")
                .body();
        var id = found.replaceAll("(?s).*\"resourceType\":\"AuditEvent\",\"id\":\"([0-9a-f-]+)\".*", "$1");
        assertThat(API.get(officer, "AuditEvent/" + id).status()).isEqualTo(200);
        assertThat(API.get(VILLAGE.herself(nimali), "AuditEvent/" + id).status())
                .isEqualTo(200);
        assertThat(API.get(VILLAGE.herself(VILLAGE.fathima), "AuditEvent/" + id).body())
                .isEqualTo(API.get(VILLAGE.herself(VILLAGE.fathima), "AuditEvent/none")
                        .body());
        assertThat(API.get(midwife, "AuditEvent/" + id).refusal()).isEqualTo("403 forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{patient}",
                "{weight}",
                "Observation?patient={id}",
                "Patient?_id={id}",
                "{patient}/$anc-summary",
                "{patient}/$everything",
                "Patient/$export",
                "Consent?patient={id}",
                "EpisodeOfCare",
                "Task",
            })
    void seesNoRecord(String request) {
        var path = request.replace("{patient}", nimali.patient())
                .replace("{weight}", nimali.weight())
                .replace("{id}", nimali.id());
        assertThat(API.get(officer, path).refusal()).isEqualTo("403 forbidden");
        assertThat(API.get(officer, "Organization/" + VILLAGE.moh.substring(13)).status())
                .isEqualTo(200);
    }

    @Test
    void isWrittenDownAsEverybodyElse() {
        API.get(officer, "AuditEvent?patient=" + nimali.id());
        assertThat(API.get(VILLAGE.herself(nimali), "AuditEvent?patient=" + nimali.id())
                        .body())
                .contains("privacy-officer");
    }
}
