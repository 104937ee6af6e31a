package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a midwife heard her say is put to the woman herself, and nobody answers for her. */
@SpringBootTest(
        classes = CareUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class OwnConsentPageTest {

    private static final String ANSWER = "Patient/1/$answer-consent";

    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void heardHerSayYes() {
        REGISTRY.forget();
        var summary = CareUnderTest.record();
        var spoken = new Consent().setStatus(ConsentState.ACTIVE).setDateTimeElement(new DateTimeType("2026-11-02"));
        spoken.setId("Consent/9");
        spoken.getProvision().setType(ConsentProvisionType.PERMIT);
        spoken.addVerification().setVerified(false);
        summary.addEntry().setResource(spoken);
        REGISTRY.answers(SUMMARY, summary).answers(ANSWER, new Parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void comesBeforeHerRecordWithNothingChosen(String language) throws Exception {
        assertThat(open("/mother", language).getResponse().getRedirectedUrl()).isEqualTo("/mother/consent");
        var page = open("/mother/consent", language).getResponse().getContentAsString();
        assertThat(page).contains("2026", "value=\"yes\"", "value=\"no\"").doesNotContain("checked", "??");
    }

    @Test
    void sendsHerAnswerWithHerOwnSignIn() {
        assertThat(send("/mother/consent", "permit", "no", "requestId", "r1")).hasRedirectedUrl("/mother");
        var asked = REGISTRY.lastAsked(ANSWER);
        assertThat(((BooleanType) asked.getParameter("permit").getValue()).booleanValue())
                .isFalse();
        assertThat(asked.getParameter("evidence").getValue().primitiveValue()).isEqualTo("her-evidence");
        assertThat(asked.getParameter("draft").getValue().primitiveValue()).isEqualTo("her-draft");
        assertThat(asked.getParameter("request-id").getValue().primitiveValue()).isEqualTo("r1");
    }

    @Test
    void takesNoAnswerForNone() {
        assertThat(send("/mother/consent", "requestId", "r1"))
                .hasStatus(422)
                .bodyText()
                .contains("permit-error");
        assertThat(REGISTRY.asked(ANSWER)).isEmpty();
    }

    @Test
    void asksHerToSignInAgainWhenThatIsTooLongAgo() {
        REGISTRY.refuses(ANSWER, 409, "evidence-expired", "evidence");
        assertThat(send("/mother/consent", "permit", "yes", "requestId", "r1"))
                .hasStatusOk()
                .bodyText()
                .contains("too long ago");
    }

    @Test
    void waitsWhenShePutsItOffAndStaysOnHerPage() throws Exception {
        assertThat(send("/mother/consent/later")).hasRedirectedUrl("/mother");
        assertThat(open("/mother", "en").getResponse().getContentAsString()).contains("/mother/consent");
        assertThat(REGISTRY.asked(ANSWER)).isEmpty();
    }

    private MvcTestResult open(String path, String language) {
        return pages.get()
                .uri(path)
                .header("Accept-Language", language)
                .session(session)
                .with(authentication(herself()))
                .exchange();
    }

    private MvcTestResult send(String path, String... values) {
        var request = pages.post().uri(path).session(session).with(csrf()).with(authentication(herself()));
        for (var i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return request.exchange();
    }

    private static TestingAuthenticationToken herself() {
        return new TestingAuthenticationToken(CareUnderTest.nimali(), null, "ROLE_MOTHER");
    }
}
