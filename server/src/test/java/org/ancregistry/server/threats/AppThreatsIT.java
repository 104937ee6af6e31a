package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app may not do that staff or a mother let in for some things of one record (C-48..58, S-21, SMART scopes). */
class AppThreatsIT {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final Village VILLAGE = new Village(RunningRegistry.onPostgres());
    private static final Api API = new Api(VILLAGE.registry);
    private static final Village.Mother NIMALI = VILLAGE.nimali;
    private static final Village.Mother KUMARI = VILLAGE.mother(VILLAGE.phm1);
    private static final String LABORATORY = inCategory("laboratory");
    private static final String VITAL_SIGN = inCategory("vital-signs");

    private static String inCategory(String category) {
        var observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "718-7", null)))
                .setSubject(new Reference(NIMALI.patient()));
        observation.addCategory(new CodeableConcept(new Coding(CATEGORY, category, null)));
        return VILLAGE.save(observation);
    }

    /** A midwife's app, let in for Nimali's record; the midwife reaches Kumari too. */
    private static Caller app(String... scopes) {
        var midwife = VILLAGE.midwife(VILLAGE.phm1);
        return new Caller(
                midwife.id(),
                Role.MIDWIFE,
                midwife.facility(),
                midwife.areas(),
                Set.of(scopes),
                "app",
                midwife.purpose(),
                midwife.tokenId(),
                NIMALI.patient());
    }

    @Test
    void readsTheRecordItWasLetInFor() {
        var app = app("patient/*.rs");
        assertThat(API.get(app, NIMALI.patient()).status()).isEqualTo(200);
        assertThat(API.get(app, NIMALI.weight()).status()).isEqualTo(200);
        assertThat(API.get(app, NIMALI.patient() + "/$anc-summary").status()).isEqualTo(200);
        assertThat(API.get(app, "Observation").body()).contains(NIMALI.weight());
        assertThat(API.get(app, VILLAGE.clinic).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{patient}",
                "{patient}/_history",
                "{weight}",
                "{weight}/_history/1",
                "{patient}/$anc-summary",
                "Observation?patient={patient}",
                "Patient?_id={id}",
                "Observation?subject={patient}"
            })
    void reachesNoOtherRecordOfTheSameMidwife(String path) {
        var filled = path.replace("{patient}", KUMARI.patient())
                .replace("{weight}", KUMARI.weight())
                .replace("{id}", KUMARI.id());
        var midwife = VILLAGE.midwife(VILLAGE.phm1);
        assertThat(API.get(midwife, filled).status()).as("the midwife herself").isEqualTo(200);
        var answer = API.get(app("patient/*.rs"), filled);
        assertThat(answer.status()).as(answer.body()).isIn(403, 404);
        assertThat(answer.body()).doesNotContain(KUMARI.phn());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient",
                "Observation",
                "Observation?_id={weight}",
                "EpisodeOfCare",
                "EpisodeOfCare?_include=EpisodeOfCare:patient",
                "Patient?identifier=https://fhir.health.gov.lk/id/phn%7C{phn}"
            })
    void findsNothingOfOthersInASearch(String search) {
        var filled = search.replace("{weight}", KUMARI.weight().substring(12)).replace("{phn}", KUMARI.phn());
        var answer = API.get(app("patient/*.rs"), filled);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain("\"" + KUMARI.patient() + "\"")
                .doesNotContain("\"value\":\"" + KUMARI.phn())
                .doesNotContain("fullUrl\":\"" + VILLAGE.registry.fhirBase() + "/" + KUMARI.weight());
    }

    @Test
    void seesOnlyTheCategoryThatItWasGiven() {
        var app = app("patient/Observation.rs?category=" + CATEGORY + "|laboratory");
        var found = API.get(app, "Observation?_count=1");
        assertThat(found.body()).contains(LABORATORY).doesNotContain(VITAL_SIGN).doesNotContain(NIMALI.weight());
        assertThat(API.get(app, LABORATORY).status()).isEqualTo(200);
        assertThat(API.get(app, VITAL_SIGN).status()).isEqualTo(404);
        assertThat(API.get(app, NIMALI.weight()).status()).isEqualTo(404);
        assertThat(API.get(app, "Observation?category=" + CATEGORY + "%7Cvital-signs")
                        .body())
                .doesNotContain("\"resourceType\":\"Observation\"");
        assertThat(API.get(app, "Observation?category:not=laboratory").body()).doesNotContain(VITAL_SIGN);
        assertThat(API.get(app, "Condition?patient=" + NIMALI.id()).status()).isEqualTo(403);
    }

    @Test
    void seesBothCategoriesThatItWasGiven() {
        var app = app(
                "patient/Observation.rs?category=" + CATEGORY + "|laboratory",
                "patient/Observation.rs?category=" + CATEGORY + "|vital-signs");
        assertThat(API.get(app, "Observation").body())
                .contains(LABORATORY)
                .contains(VITAL_SIGN)
                .doesNotContain(NIMALI.weight());
    }

    @Test
    void readsWithoutSearchingAndSearchesWithoutReading() {
        var reads = app("patient/Observation.r");
        assertThat(API.get(reads, NIMALI.weight()).status()).isEqualTo(200);
        assertThat(API.get(reads, "Observation").status()).isEqualTo(403);
        var searches = app("patient/Observation.s");
        assertThat(API.get(searches, NIMALI.weight()).status()).isEqualTo(403);
        assertThat(API.get(searches, "Observation").body()).contains(NIMALI.weight());
    }

    @Test
    void writesNothingWithAScopeToRead() {
        var app = app("patient/*.rs", "user/*.rs");
        assertThat(API.post(app, "Patient/$register-anc", "{\"resourceType\":\"Parameters\"}")
                        .status())
                .isEqualTo(403);
        assertThat(API.post(app, NIMALI.patient() + "/$record-anc-visit", "{\"resourceType\":\"Parameters\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void doesNothingThatIsNotAboutItsRecord() {
        var app = app("patient/*.cruds");
        for (var operation : new String[] {"$register-anc", "$match-phn", "$issue-phn"}) {
            assertThat(API.post(app, "Patient/" + operation, "{\"resourceType\":\"Parameters\"}")
                            .status())
                    .as(operation)
                    .isEqualTo(403);
        }
    }

    @Test
    void opensOnesOwnProfileWithFhirUserAndNoOthers() {
        var app = app("openid", "fhirUser");
        assertThat(API.get(app, VILLAGE.practitioner).status()).isEqualTo(200);
        var other = new Village(VILLAGE.registry).practitioner;
        assertThat(API.get(app, other).status()).isEqualTo(403);
        assertThat(API.get(app, NIMALI.patient()).status()).isEqualTo(403);
    }
}
