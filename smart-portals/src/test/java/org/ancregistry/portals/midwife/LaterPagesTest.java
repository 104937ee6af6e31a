package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.EVIDENCES;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.NOW;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.PHN;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.portals.registry.FakeRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a midwife does later about a mother: adds her national ID, hands her over when she moves. */
@SpringBootTest(
        classes = MidwifeUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class LaterPagesTest {

    private static final String VERIFY = "Patient/34/$verify-identity";
    private static final String HAND_OVER = "Patient/34/$hand-over";
    private static final String MOVE = "/midwife/mothers/34/move";

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private VerificationDrafts drafts;

    private Browser fernando;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void signIn() {
        REGISTRY.forget();
        REGISTRY.answers("Patient/34", FakeRegistry.patient("34", "Nimali Sanduni Perera", PHN))
                .answers("Task", new Bundle())
                .answers("Organization", areas())
                .answers("Organization/5", area("5", "Galewela 5"))
                .answers(VERIFY, compared("probable"))
                .answers(HAND_OVER, new Parameters());
        fernando = new Browser(pages, MidwifeUnderTest.fernando(), "en");
    }

    @Test
    void offersToAddWhatIsMissing() throws Exception {
        assertThat(fernando.read("/midwife/mothers/34")).contains("/midwife/mothers/34/verify", MOVE);
    }

    @Test
    void goesToHerNationalIdOnlyAfterTheWordsWereRead() throws Exception {
        assertThat(fernando.send("/midwife/mothers/34/verify").getStatus()).isEqualTo(422);
        var handOver = fernando.send("/midwife/mothers/34/verify", "read", "yes", "speaks", "ta")
                .getRedirectedUrl();
        assertThat(handOver).matches("/midwife/verifications/[0-9a-f-]{36}/hand-over");
        assertThat(fernando.read(handOver)).contains("/identity-checks/start?draft=");
        var silva = new Browser(pages, MidwifeUnderTest.silva(), "en");
        assertThat(silva.open(handOver).getStatus()).as("another midwife").isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "timeout", "refused", "failed", "unavailable", "expired"})
    void saysWhyNothingWasProved(String result) throws Exception {
        var begun = drafts.begin("Practitioner/7", "34", "si");
        assertThat(fernando.read("/midwife/verifications/" + begun + "?result=" + result))
                .contains("role=\"alert\"", "Try again");
    }

    @Test
    void laysBothSidesBesideEachOtherAndChoosesNothing() throws Exception {
        var proven = proven();
        assertThat(fernando.open("/midwife/verifications/" + proven + "?result=already-registered")
                        .getRedirectedUrl())
                .endsWith(proven + "/compare");
        assertThat(fernando.read(compare(proven)))
                .contains("1 same, 1 close, 0 different", "Nimali S. Perera")
                .doesNotContain("checked");
        assertThat(fernando.send(compare(proven), "basedOn", "3").getStatus()).isEqualTo(422);
        assertThat(REGISTRY.lastAsked(VERIFY).hasParameter("decision")).isFalse();
    }

    @Test
    void sendsADecisionOnceUnderOneRequestId() {
        var proven = proven();
        for (var press = 0; press < 2; press++) {
            assertThat(fernando.send(compare(proven), "decision", "same", "basedOn", "3")
                            .getRedirectedUrl())
                    .isEqualTo("/midwife/mothers/34");
        }
        var asked = REGISTRY.asked(VERIFY);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).body()).isEqualTo(asked.get(1).body());
        var sent = REGISTRY.lastAsked(VERIFY);
        assertThat(text(sent, "decision")).isEqualTo("same");
        assertThat(text(sent, "based-on")).isEqualTo("3");
        assertThat(text(sent, "evidence")).isEqualTo("evidence-" + proven);
    }

    @ParameterizedTest
    @CsvSource({
        "identity-differs, your supervisor must look at it",
        "version-conflict, look at both sides again",
    })
    void saysWhyItCannotBeDecidedSo(String code, String words) throws Exception {
        var proven = proven();
        REGISTRY.refusesOnce(VERIFY, 409, code);
        var page = fernando.send(compare(proven), "decision", "same", "basedOn", "3");
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString()).contains(words, "decision-error");
    }

    @Test
    void leadsBackWhereASupervisorIsAskedOrTheProofIsTooOld() {
        var proven = proven();
        REGISTRY.refuses(VERIFY, 409, "subject-already-registered", "Patient/12");
        assertThat(fernando.send(compare(proven), "decision", "same", "basedOn", "3")
                        .getRedirectedUrl())
                .isEqualTo("/midwife/mothers/34");
        REGISTRY.refuses(VERIFY, 409, "evidence-expired", "evidence");
        assertThat(fernando.open(compare(proven)).getRedirectedUrl()).endsWith(proven + "?result=expired");
    }

    private String proven() {
        var begun = drafts.begin("Practitioner/7", "34", "en");
        var evidence = MidwifeUnderTest.nimali(begun, NOW.plusSeconds(1500));
        EVIDENCES.keep(evidence);
        assertThat(drafts.evidence(evidence)).isTrue();
        return begun;
    }

    private static String compare(String verification) {
        return "/midwife/verifications/" + verification + "/compare";
    }

    private static Parameters compared(String grade) {
        var answer = new Parameters().addParameter("version", "3");
        var comparison = answer.addParameter().setName("comparison");
        comparison.addPart().setName("grade").setValue(new CodeType(grade));
        FakeRegistry.compared(comparison, "birthDate", "1997-03-14", "1997-03-14", "same");
        FakeRegistry.compared(comparison, "name", "Nimali Sanduni Perera", "Nimali S. Perera", "close");
        return answer;
    }

    @Test
    void handsHerOverToAnAreaThatWasChosen() throws Exception {
        assertThat(fernando.read(MOVE + "?q=Gal")).contains("Galewela 5").doesNotContain("checked");
        assertThat(fernando.send(MOVE, "requestId", "r1").getStatus()).isEqualTo(422);
        assertThat(REGISTRY.asked(HAND_OVER)).isEmpty();
        assertThat(fernando.send(MOVE, "requestId", "r1", "area", "5", "reason", "To her parents")
                        .getRedirectedUrl())
                .isEqualTo("/midwife/mothers/34");
        var sent = REGISTRY.lastAsked(HAND_OVER);
        assertThat(text(sent, "action")).isEqualTo("give");
        assertThat(text(sent, "request-id")).isEqualTo("r1");
        assertThat(((Reference) sent.getParameter("area").getValue()).getReference())
                .isEqualTo("Organization/5");
    }

    @Test
    void offersToTakeHerToTheMidwifeOfThatAreaOnly() throws Exception {
        REGISTRY.answers("Task", handedOverTo("5"));
        assertThat(fernando.read(MOVE))
                .contains("Galewela 5", "value=\"withdraw\"")
                .doesNotContain("value=\"take\"");
        REGISTRY.answers("Task", handedOverTo("3")).answers("Organization/3", area("3", "Galewela 3"));
        assertThat(fernando.read(MOVE)).contains("value=\"take\"", "To her parents");
        assertThat(fernando.send(MOVE, "action", "take", "requestId", "r2").getRedirectedUrl())
                .isEqualTo("/midwife/mothers/34");
        assertThat(text(REGISTRY.lastAsked(HAND_OVER), "action")).isEqualTo("take");
    }

    @Test
    void leadsHerWhoRefusesBackToHerListWhereSheReachesNobodyElsesRecord() throws Exception {
        REGISTRY.answers("Task", handedOverTo("3")).answers("Organization/3", area("3", "Galewela 3"));
        assertThat(fernando.read(MOVE)).contains("value=\"refuse\"").doesNotContain("value=\"withdraw\"");
        assertThat(fernando.send(MOVE, "action", "refuse", "requestId", "r4").getRedirectedUrl())
                .isEqualTo("/midwife");
        assertThat(text(REGISTRY.lastAsked(HAND_OVER), "action")).isEqualTo("withdraw");
    }

    @Test
    void takesNothingBackForAnActionThatItDoesNotKnow() {
        assertThat(fernando.send(MOVE, "action", "keep", "requestId", "r5").getStatus())
                .isEqualTo(400);
        assertThat(REGISTRY.asked(HAND_OVER)).isEmpty();
    }

    @Test
    void offersToTakeHerToTheSupervisorOfThatArea() throws Exception {
        var five = area("5", "Galewela 5").setPartOf(new Reference("Organization/2"));
        var found = new Bundle();
        found.addEntry().setResource(five);
        REGISTRY.answers("Task", handedOverTo("5")).answers("Organization", found);
        var supervisor = new Browser(pages, MidwifeUnderTest.jayasinghe("Organization/2"), "en");
        assertThat(supervisor.read(MOVE)).contains("value=\"take\"");
        var other = new Browser(pages, MidwifeUnderTest.jayasinghe("Organization/4"), "en");
        assertThat(other.read(MOVE)).doesNotContain("value=\"take\"");
    }

    @Test
    void keepsWhatWasTypedWhileAreasAreLookedFor() throws Exception {
        var page = fernando.send(
                MOVE, "search", "yes", "q", "Gal", "requestId", "r6", "area", "6", "reason", "To her parents");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("To her parents", "value=\"r6\"", "value=\"Gal\"")
                .containsPattern("value=\"6\" checked");
        REGISTRY.answers("Organization", new Bundle());
        assertThat(fernando.send(MOVE, "search", "yes", "q", "Xyz", "requestId", "r6", "reason", "To her parents")
                        .getContentAsString())
                .contains("To her parents");
        assertThat(REGISTRY.asked(HAND_OVER)).isEmpty();
    }

    @Test
    void saysWhenSomebodyElseWasFaster() {
        REGISTRY.refuses(HAND_OVER, 404, "not-found");
        assertThat(fernando.send(MOVE, "action", "take", "requestId", "r3").getRedirectedUrl())
                .isEqualTo("/midwife");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    void hasWordsForEverythingInEachLanguage(String language) throws Exception {
        var she = new Browser(pages, MidwifeUnderTest.fernando(), language);
        for (var page : new String[] {"/midwife/mothers/34", "/midwife/mothers/34/verify", MOVE, compare(proven())}) {
            assertThat(she.read(page)).contains("lang=\"" + language + "\"");
        }
        REGISTRY.answers("Task", handedOverTo("5"));
        assertThat(she.read(MOVE)).contains("Galewela 5");
    }

    private static Bundle handedOverTo(String area) {
        var task = new Task().setFor(new Reference("Patient/34")).setOwner(new Reference("Organization/" + area));
        task.setId("Task/8");
        task.addNote().setText("To her parents");
        var found = new Bundle();
        found.addEntry().setResource(task);
        return found;
    }

    static Bundle areas() {
        var found = new Bundle();
        found.addEntry().setResource(area("5", "Galewela 5"));
        found.addEntry().setResource(area("6", "Galewela 6"));
        return found;
    }

    private static Organization area(String id, String name) {
        var area = new Organization().setName(name);
        area.setId("Organization/" + id);
        return area;
    }

    private static String text(Parameters sent, String name) {
        return ((StringType) sent.getParameter(name).getValue()).getValue();
    }
}
