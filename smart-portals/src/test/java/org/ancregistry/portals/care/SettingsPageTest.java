package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a woman decides about her record and about the phone in her hand. */
class SettingsPageTest extends CarePagesTests {

    private static final String PAGE = "/mother/settings";
    private static final String ANSWER = "Patient/1/$answer-consent";

    @BeforeEach
    void agree() {
        var record = CareUnderTest.record();
        var consent = new Consent().setStatus(Consent.ConsentState.ACTIVE);
        consent.addVerification().setVerified(true);
        consent.getPolicyRule().addCoding().setCode("OPTIN");
        consent.setDateTimeElement(new DateTimeType("2026-10-03T04:00:00Z"));
        consent.setId("Consent/5");
        record.addEntry().setResource(consent);
        REGISTRY.answers(SUMMARY, record).answers(ANSWER, new Parameters());
    }

    @Test
    void showsWhatHoldsAndChangesIt() throws Exception {
        assertThat(read(PAGE, CareUnderTest.nimali(), "en"))
                .containsPattern("value=\"care-team\"[^>]*checked")
                .contains("Nobody but me", "On 3 October 2026 you said yourself: yes");
        assertThat(hers(PAGE, "requestId", "r1", "share", "own-area")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(PAGE);
        var sent = REGISTRY.lastAsked(ANSWER);
        assertThat(text(sent, "share")).isEqualTo("own-area");
        assertThat(text(sent, "evidence")).isEqualTo("her-evidence");
    }

    @Test
    void asksForAChoiceAndForAFreshSignIn() throws Exception {
        assertThat(hers(PAGE, "requestId", "r1").getResponse().getContentAsString())
                .contains("share-error");
        REGISTRY.refuses(ANSWER, 409, "evidence-used");
        assertThat(hers(PAGE, "requestId", "r2", "share", "nobody")
                        .getResponse()
                        .getContentAsString())
                .contains("You signed in too long ago");
    }

    @Test
    void keepsAPhoneThatOthersUseFreeOfHerRecord() throws Exception {
        var said = hers(PAGE + "/phone", "shared", "yes").getResponse();
        assertThat(said.getRedirectedUrl()).isEqualTo(PAGE);
        assertThat(said.getHeader("Set-Cookie")).contains("phone=shared", "HttpOnly", "SameSite=Lax");
        var page = onSharedPhone("/mother/download");
        assertThat(page)
                .contains("<title>Clinic</title>", "nothing is downloaded")
                .doesNotContain("download-file", "download-pdf");
        assertThat(onSharedPhone("/mother")).contains("<title>Clinic</title>", "href=\"/leave\"");
        assertThat(onSharedPhone("/danger-signs")).contains("<title>Clinic</title>", "href=\"/leave\"");
    }

    @Test
    void showsAtWhichNumberAndInWhichLanguageSheIsReached() throws Exception {
        assertThat(read(PAGE, CareUnderTest.nimali(), "en"))
                .contains("How we reach you", "+94715554521", "not written down", "tell your midwife");
        speaking("ta");
        assertThat(read(PAGE, CareUnderTest.nimali(), "en")).contains("<dd translate=\"no\">தமிழ்</dd>");
    }

    /** Screens §5: skip link, language, the way out, the page, and only then the menu. */
    @Test
    void leadsTheKeysToLanguageAndTheWayOutBeforeThePageAndToTheMenuAfterIt() throws Exception {
        assertThat(read("/mother", CareUnderTest.nimali(), "en"))
                .containsSubsequence(
                        "govuk-skip-link",
                        "hreflang=\"si\"",
                        "href=\"/leave\"",
                        "href=\"#menu\"",
                        "<main",
                        "</main>",
                        "id=\"menu\"",
                        "href=\"tel:1990\"");
    }

    /** Ten minutes and a little, counted in her browser: the server cannot close a window. */
    @Test
    void tellsHerBrowserWhenHerPageIsToGoAway() throws Exception {
        var session = new MockHttpSession();
        session.setMaxInactiveInterval(600);
        for (var person : List.of(CareUnderTest.nimali(), CareUnderTest.selvarajah())) {
            var path = person.role() == Role.MOTHER ? PAGE : "/doctor/mothers/1/summary";
            var page = pages.get()
                    .uri(path)
                    .session(session)
                    .with(authentication(signedIn(person)))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            assertThat(page.contains("data-idle=\"600\" data-gone=\"/leave\" data-alive=\"/mother/stay\""))
                    .as(path)
                    .isEqualTo(person.role() == Role.MOTHER);
        }
        assertThat(pages.get()
                        .uri("/mother/stay")
                        .with(authentication(signedIn(CareUnderTest.nimali())))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(204);
    }

    @Test
    void listsTheAppsThatSheLetInAndEndsOne() throws Exception {
        assertThat(read(PAGE, CareUnderTest.nimali(), "en"))
                .contains("Growth charts", "Let in on 22 November 2026.", "until 22 December 2026")
                .contains("Kick counter", "for as long as you are signed in", "It ends at once");
        assertThat(hers(PAGE + "/apps", "permission", "p-1").getResponse().getRedirectedUrl())
                .isEqualTo(PAGE);
        assertThat(CareUnderTest.LetIn.ENDED).containsExactly("Patient/1 p-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasItsPageInEachLanguage(String language) throws Exception {
        assertThat(read(PAGE, CareUnderTest.nimali(), language)).doesNotContain("??");
    }

    private String onSharedPhone(String path) throws Exception {
        return pages.get()
                .uri(path)
                .param("lang", "en")
                .cookie(new Cookie("phone", "shared"))
                .with(authentication(signedIn(CareUnderTest.nimali())))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private MvcTestResult hers(String path, String... fields) {
        var request = pages.post().uri(path).with(csrf()).with(authentication(signedIn(CareUnderTest.nimali())));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
