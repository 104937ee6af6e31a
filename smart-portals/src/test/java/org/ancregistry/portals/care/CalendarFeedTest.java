package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A calendar asks for her appointments by itself, under an address that only she was told. */
@SpringBootTest(
        classes = SharingUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class CalendarFeedTest {

    private static final String PAGE = "/mother/calendar";
    private static final Pattern ADDRESS =
            Pattern.compile("https://registry.example.org(/calendar/[A-Za-z0-9_-]{43}[.]ics[?]lang=[a-z]{2})");

    @Autowired
    MockMvcTester pages;

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void nothingOpen() {
        REGISTRY.forget();
        REGISTRY.answers(SUMMARY, CareUnderTest.record()).answers("Task", new Bundle());
        database.sql("delete from calendar_feed").update();
    }

    @Test
    void answersTimesAndNothingElse() throws Exception {
        assertThat(mine("/mother/appointments")).contains(PAGE);
        var opened = text(post(PAGE));
        assertThat(opened).contains("webcal://registry.example.org/calendar/");
        var calendar = pages.get().uri(found(opened)).locale(Locale.ENGLISH).exchange();
        assertThat(calendar.getResponse().getContentType()).startsWith("text/calendar");
        assertThat(text(calendar))
                .contains("METHOD:PUBLISH", "SUMMARY:Clinic", "DTSTART:20261126T033000Z", "STATUS:CANCELLED")
                .doesNotContain("Nimali", "Patient", "LOCATION");
        assertThat(mine(PAGE)).contains("A calendar last asked on").doesNotContain(".ics");
    }

    @Test
    void hasOneAddressThatSheEnds() throws Exception {
        var first = found(text(post(PAGE)));
        var second = found(text(post(PAGE)));
        assertThat(status(first)).isEqualTo(404);
        assertThat(status(second)).isEqualTo(200);
        assertThat(post(PAGE + "/end").getResponse().getRedirectedUrl()).isEqualTo(PAGE);
        assertThat(status(second)).isEqualTo(404);
        assertThat(status("/calendar/" + "x".repeat(43) + ".ics")).isEqualTo(404);
    }

    @Test
    void isOverAfterAYear() throws Exception {
        var address = found(text(post(PAGE)));
        database.sql("update calendar_feed set expires_at = made_at").update();
        assertThat(status(address)).isEqualTo(404);
        assertThat(mine(PAGE)).contains("make-feed").doesNotContain("end-feed");
    }

    @Test
    void opensNothingOnAPhoneThatOthersUse() throws Exception {
        var answer = pages.post()
                .uri(PAGE)
                .cookie(new Cookie("phone", "shared"))
                .with(csrf())
                .with(authentication(her()))
                .exchange();
        assertThat(text(answer)).contains("others use this phone").doesNotContain("webcal");
        assertThat(database.sql("select count(*) from calendar_feed")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasItsPagesInEachLanguage(String language) throws Exception {
        var opened = text(post(PAGE + "?lang=" + language));
        assertThat(opened + mine(PAGE + "?lang=" + language)).doesNotContain("??");
        var clinic = Map.of("si", "සායනය", "ta", "கிளினிக்", "en", "Clinic");
        assertThat(text(pages.get().uri(found(opened)).exchange())).contains("SUMMARY:" + clinic.get(language));
    }

    private int status(String path) {
        return pages.get().uri(path).exchange().getResponse().getStatus();
    }

    private String mine(String path) throws Exception {
        return text(pages.get()
                .uri(path)
                .locale(Locale.ENGLISH)
                .with(authentication(her()))
                .exchange());
    }

    private MvcTestResult post(String path) {
        return pages.post()
                .uri(path)
                .locale(Locale.ENGLISH)
                .with(csrf())
                .with(authentication(her()))
                .exchange();
    }

    private static Authentication her() {
        return new TestingAuthenticationToken(CareUnderTest.nimali(), null, List.of());
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }

    private static String found(String text) {
        var matcher = ADDRESS.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
