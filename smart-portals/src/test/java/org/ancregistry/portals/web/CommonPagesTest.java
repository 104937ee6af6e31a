package org.ancregistry.portals.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = PagesUnderTest.class, properties = "anc.portals.help-phone=0115550100")
@AutoConfigureMockMvc
class CommonPagesTest {

    private static final Pattern STYLE_SHEET = Pattern.compile("href=\"(/assets/portal-[0-9a-f]{10}\\.css)\"");

    @Autowired
    private MockMvcTester browser;

    @Test
    void leadsToEachPortal() throws Exception {
        assertThat(read("/"))
                .contains("href=\"/midwife\"", "href=\"/doctor\"", "href=\"/mother\"")
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"en\"", "tel:0115550100");
    }

    @ParameterizedTest
    @CsvSource({"si, මගේ වාර්තාව", "ta, எனது பதிவு", "en, My record"})
    void speaksTheLanguageThatWasChosen(String language, String words) throws Exception {
        var page = browser.get().uri("/?lang=" + language).exchange();

        assertThat(page.getResponse().getContentAsString()).contains("<html lang=\"" + language, words);
        assertThat(page.getResponse().getCookie("lang").getValue()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"si, රුධිරය", "ta, இரத்த", "en, Bleeding"})
    void tellsTheDangerSignsToEverybody(String language, String words) throws Exception {
        var page =
                browser.get().uri("/danger-signs?lang=" + language).exchange().getResponse();

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains(words, "tel:1990")
                .doesNotContain("??")
                .hasSizeLessThan(15 * 1024);
        assertThat(read("/")).contains("href=\"/danger-signs?lang=" + language + "\"");
    }

    /** Whoever takes up the phone reads one of them. */
    @Test
    void leadsToTheDangerSignsInEveryLanguageBeforeAnythingElse() throws Exception {
        var page = read("/?lang=en");
        assertThat(page)
                .contains("lang=\"si\"", "මා වහාම රෝහලට", "நான் எப்போது", "When must I go", "Severe belly pain")
                .as("in one press")
                .contains("href=\"/sign-in/esignet\"")
                .contains("href=\"/danger-signs?lang=si\"", "href=\"/danger-signs?lang=ta\"", "tel:1990");
        assertThat(page.indexOf("/danger-signs")).isLessThan(page.indexOf("href=\"/mother\""));
    }

    @Test
    void printsTheNumberOfTheAmbulance() throws Exception {
        assertThat(read("/danger-signs?lang=en"))
                .containsPattern("class=\"anc-onlyprint\"><b>Call the ambulance: 1990")
                .contains("data-print");
    }

    @Test
    void keepsTheDangerSignsOnThePhoneUnderANameThatSaysNothing() throws Exception {
        var kept = read("/offline?lang=en");
        assertThat(kept)
                .contains("<title>Clinic</title>", "There is no network", "Bleeding", "tel:1990")
                .as("it is read after a birth and after a loss, too")
                .contains("While you are pregnant: less movement", "when your pregnancy ended")
                .doesNotContain("Your baby", "Danger signs in pregnancy", "that you are pregnant")
                .hasSizeLessThan(15 * 1024);
        assertThat(read("/danger-signs?lang=en")).doesNotContain("There is no network");
        assertThat(read("/manifest.webmanifest?lang=en")).contains("\"name\":\"Clinic\"");
    }

    /** A phone fetches its pages anew when the worker is another. */
    @Test
    void theWorkerNamesItsPagesAndChangesWithThem() throws Exception {
        var answer = browser.get().uri("/service-worker.js").exchange().getResponse();
        var styles = STYLE_SHEET.matcher(read("/"));
        assertThat(styles.find()).isTrue();
        assertThat(answer.getContentType()).startsWith("text/javascript");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("connect-src 'self'");
        assertThat(answer.getContentAsString())
                .contains("at('" + styles.group(1).substring(1) + "')")
                .containsPattern("'anc-[0-9a-f]{10}'")
                .doesNotContain("@");
        assertThat(OfflineCopy.of(Assets.read(), settings("1990")))
                .isEqualTo(OfflineCopy.of(Assets.read(), settings("1990")))
                .isNotEqualTo(OfflineCopy.of(Assets.read(), settings("110")));
        assertThat(read("/")).contains("data-keep=\"/service-worker.js\"");
    }

    private static PortalSettings settings(String ambulance) {
        return new PortalSettings(ZoneOffset.UTC, new PortalSettings.Portals(null, ambulance, null, null, null));
    }

    @Test
    void sendsNoCommentsOfItsStyles() throws Exception {
        var styles = STYLE_SHEET.matcher(read("/"));
        assertThat(styles.find()).isTrue();
        assertThat(read(styles.group(1))).contains(".anc-top{", "@media print").doesNotContain("/*");
    }

    /** The woman who reads when not to wait may have to hide that she does. */
    @Test
    void canBeLeftInAHurryAndIsCalledNothingOnAPhoneThatOthersUse() throws Exception {
        for (var path : new String[] {"/danger-signs", "/"}) {
            assertThat(read(path + "?lang=en")).as(path).contains("href=\"/leave\"", "ANC Registry</title>");
            var shared = browser.get()
                    .uri(path + "?lang=en")
                    .cookie(new Cookie("phone", "shared"))
                    .exchange()
                    .getResponse();
            assertThat(shared.getContentAsString()).as(path).contains("<title>Clinic</title>");
        }
    }

    @Test
    void keepsTheChosenLanguage() throws Exception {
        var page = browser.get().uri("/").cookie(new Cookie("lang", "si")).exchange();

        assertThat(page.getResponse().getContentAsString()).contains("<html lang=\"si\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "<script>"})
    void staysInEnglishForALanguageThatItDoesNotSpeak(String language) throws Exception {
        var page = browser.get()
                .uri("/")
                .param("lang", language)
                .cookie(new Cookie("lang", language))
                .exchange();

        assertThat(page.getResponse().getStatus()).isEqualTo(200);
        assertThat(page.getResponse().getContentAsString()).contains("<html lang=\"en\"");
    }

    @Test
    void keepsTheRestOfTheAddressWhenTheLanguageChanges() throws Exception {
        var page = browser.get().uri("/?a=1&lang=ta").exchange();

        assertThat(page.getResponse().getContentAsString()).contains("href=\"/?a=1&amp;lang=si\"");
    }

    @Test
    void letsABrowserKeepTheStyleSheetForEver() throws Exception {
        var address = STYLE_SHEET.matcher(read("/"));
        assertThat(address.find()).isTrue();

        var styles = browser.get()
                .uri(address.group(1))
                .header("Accept-Encoding", "gzip")
                .exchange()
                .getResponse();

        assertThat(styles.getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(styles.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(styles.getContentAsByteArray()).hasSizeLessThan(20 * 1024);
    }

    @Test
    void hasNoFileOfAnotherContentUnderAnOldAddress() {
        assertThat(browser.get().uri("/assets/portal-0000000000.css")).hasStatus(404);
    }

    @Test
    void allowsNothingInlineAndNothingFromElsewhere() throws Exception {
        var page = browser.get().uri("/").exchange().getResponse();

        assertThat(page.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(page.getContentAsString()).doesNotContain("style=\"", "onclick", "<style", "http://", "https://");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 410, 429, 500, 502, 503})
    void saysWhatToDoAndGivesAReference(int status) throws Exception {
        var page = browser.get()
                .uri("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret detail"))
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/midwife")
                .exchange()
                .getResponse();

        assertThat(page.getStatus()).isEqualTo(status);
        assertThat(page.getContentAsString())
                .containsPattern("[2-9B-Y]{4}-[2-9B-Y]{4}")
                .doesNotContain("secret detail", "??");
    }

    private String read(String address) throws Exception {
        var answer = browser.get().uri(address).exchange().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).doesNotContain("??");
        return answer.getContentAsString();
    }
}
