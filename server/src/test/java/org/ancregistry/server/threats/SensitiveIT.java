package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sensitive is labelled when it is stored, keeps its label, and is shown by role. */
class SensitiveIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onH2());
    private static final Api API = new Api(VILLAGE.registry);
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String WHO = "http://smart.who.int/anc";
    private static final String DICTIONARY = "https://ancregistry.org/fhir/CodeSystem/anc-dictionary";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    private final Village.Mother nimali = VILLAGE.mother(VILLAGE.phm1);
    private final Caller midwife = VILLAGE.midwife(VILLAGE.phm1);
    private final Caller nurse = TestTokens.caller(VILLAGE.practitioner, Role.CLINIC_NURSE, VILLAGE.clinic);

    @ParameterizedTest
    @CsvSource({"T74.1, SDV", "Z63.0, SDV", "F32.1, PSY", "Z21, HIV", "A53.9, STD", "O98.7, HIV"})
    void labelsADiagnosisWhenItIsStored(String icd10, String label) {
        var stored = VILLAGE.read(Condition.class, VILLAGE.condition(nimali.patient(), icd10));
        assertThat(stored.getMeta().getSecurity(ACT_CODE, label)).isNotNull();
        assertThat(stored.getMeta().getSecurity(CONFIDENTIALITY, "R")).isNotNull();
    }

    @Test
    void labelsAResultAndNothingElse() {
        var hiv = VILLAGE.observation(
                nimali.patient(), new Coding("http://smart.who.int/anc", "ANC.B9.DE41", null), ObservationStatus.FINAL);
        assertThat(VILLAGE.read(Observation.class, hiv).getMeta().getSecurity(ACT_CODE, "HIV"))
                .isNotNull();
        assertThat(VILLAGE.read(Observation.class, nimali.weight()).getMeta().getSecurity())
                .isEmpty();
    }

    @Test
    void aLabelStaysWhenTheNextVersionLeavesItOut() {
        var condition = VILLAGE.condition(nimali.patient(), "T74.1");
        var next = new Condition()
                .setSubject(VILLAGE.read(Condition.class, condition).getSubject());
        next.setId(condition);
        next.getCode().setText("Nothing to see");
        VILLAGE.update(next);
        var stored = VILLAGE.read(Condition.class, condition);
        assertThat(stored.getCode().getText()).isEqualTo("Nothing to see");
        assertThat(stored.getMeta().getSecurity(ACT_CODE, "SDV")).isNotNull();
    }

    @Test
    void violenceAndMentalHealthAreNotForNursesAndPrograms() {
        VILLAGE.refer(nimali.patient(), VILLAGE.clinic);
        var violence = VILLAGE.condition(nimali.patient(), "T74.1");
        for (var caller : List.of(midwife, VILLAGE.supervisor(), VILLAGE.doctor(VILLAGE.clinic))) {
            assertThat(API.get(caller, violence).status())
                    .as(caller.role().code())
                    .isEqualTo(200);
        }
        for (var caller : List.of(nurse, VILLAGE.system())) {
            assertThat(API.get(caller, nimali.condition()).status())
                    .as(caller.role().code())
                    .isEqualTo(200);
            assertThat(API.get(caller, violence).refusal())
                    .as(caller.role().code())
                    .isEqualTo("404 not-found");
        }
        assertThat(API.get(nurse, nimali.patient() + "/$anc-summary").body())
                .contains(nimali.condition().substring(10))
                .doesNotContain("T74.1");
    }

    /**
     * WHO's questions about violence, that nobody asked for want of a private place, a lasting depression, and how her mood
     * was in the last two weeks.
     */
    @ParameterizedTest
    @CsvSource({
        WHO + ", ANC.B8.DE128, SDV",
        WHO + ", ANC.B8.DE122, SDV",
        WHO + ", ANC.B7.DE75, PSY",
        DICTIONARY + ", mood-interest, PSY",
        DICTIONARY + ", mood-down, PSY",
        "http://loinc.org, 44250-9, PSY",
        "http://loinc.org, 44255-8, PSY"
    })
    void whatAWomanIsAskedAlonePassesNeitherToHerPagesNorToHerApp(String system, String question, String label) {
        VILLAGE.refer(nimali.patient(), VILLAGE.clinic);
        var answer = VILLAGE.observation(nimali.patient(), new Coding(system, question, null), ObservationStatus.FINAL);
        assertThat(VILLAGE.read(Observation.class, answer).getMeta().getSecurity(ACT_CODE, label))
                .isNotNull();
        assertThat(VILLAGE.read(Observation.class, answer).getMeta().getSecurity(CONFIDENTIALITY, "R"))
                .isNotNull();
        for (var caller : List.of(midwife, VILLAGE.doctor(VILLAGE.clinic))) {
            assertThat(API.get(caller, answer).status()).isEqualTo(200);
            assertThat(API.get(caller, nimali.patient() + "/$anc-summary").body())
                    .contains(question);
        }
        for (var caller : List.of(VILLAGE.herself(nimali), appOf(nimali), nurse)) {
            assertThat(API.get(caller, nimali.weight()).status()).isEqualTo(200);
            assertThat(API.get(caller, answer).refusal()).isEqualTo("404 not-found");
            for (var way : List.of("/$anc-summary", "/$summary")) {
                var record = API.get(caller, nimali.patient() + way);
                assertThat(record.status()).as(record.body()).isEqualTo(200);
                assertThat(record.body())
                        .contains(nimali.weight().substring(12))
                        .doesNotContain(question);
            }
            assertThat(API.get(caller, "Observation?patient=" + nimali.id()).body())
                    .contains(nimali.weight())
                    .doesNotContain(question);
        }
    }

    /** Let in by her for all of her record. */
    private static Caller appOf(Village.Mother mother) {
        var herself = VILLAGE.herself(mother);
        return new Caller(
                herself.id(),
                herself.role(),
                herself.facility(),
                herself.areas(),
                Set.of("patient/*.rs"),
                "app",
                herself.purpose(),
                herself.tokenId(),
                mother.patient());
    }

    @Test
    void noTotalTellsThatThereIsSomething() {
        VILLAGE.refer(nimali.patient(), VILLAGE.clinic);
        VILLAGE.condition(nimali.patient(), "T74.1");
        var search = "Condition?patient=" + nimali.id();
        assertThat(API.get(midwife, search + "&_summary=count").body()).contains("\"total\":2");
        for (var caller : List.of(nurse, VILLAGE.system())) {
            assertThat(API.get(caller, search + "&_summary=count").refusal()).isEqualTo("403 forbidden");
            assertThat(API.get(caller, search + "&_total=accurate").refusal()).isEqualTo("403 forbidden");
            assertThat(API.get(caller, search).body())
                    .contains(nimali.condition(), "\"total\":1")
                    .doesNotContain("T74.1");
        }
    }
}
