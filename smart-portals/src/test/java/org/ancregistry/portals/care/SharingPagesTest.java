package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A woman shows her record to somebody without an account. */
@SpringBootTest(
        classes = SharingUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class SharingPagesTest {

    private static final Pattern LINK = Pattern.compile("https://registry.example.org(/shared/[A-Za-z0-9_-]{43})");
    private static final Pattern PIN = Pattern.compile("([0-9]{3}) ([0-9]{3})</b>");

    @Autowired
    MockMvcTester pages;

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void answer() {
        REGISTRY.forget();
        REGISTRY.answers(SUMMARY, CareUnderTest.record());
        SharingUnderTest.TRAIL.clear();
        database.sql("delete from shared_record").update();
    }

    @Test
    void showsHerRecordToWhoeverHasLinkAndPin() throws Exception {
        assertThat(mine("/mother/records")).contains("/mother/share");
        var code = text(post("/mother/share"));
        var link = found(LINK, code);
        var pin = found(PIN, code).replace(" ", "");
        assertThat(code).contains("<svg", "role=\"img\"");
        assertThat(stranger(link)).contains("name=\"pin\"").doesNotContain("Nimali");
        assertThat(SharingUnderTest.TRAIL).as("not before the PIN").isEmpty();

        var record = text(strangerPosts(link, pin.substring(0, 3) + " " + pin.substring(3)));
        assertThat(record)
                .contains("Nimali", "What she has not been told")
                .contains("History", "High blood pressure before pregnancy")
                .doesNotContain("href=\"/leave\"");
        assertThat(text(strangerPosts(link + "?lang=si", pin)))
                .as("another language asks for no PIN")
                .contains("lang=\"si\"", "Nimali");
        assertThat(record).containsPattern("action=\"/shared/[^\"]*lang=si\"[^>]*>.*?name=\"pin\" value=\"" + pin);
        assertThat(SharingUnderTest.TRAIL).containsOnly("Patient/1");
        assertThat(mine("/mother/share")).contains("Opened 2 times");
    }

    @Test
    void tellsNobodyWithAWrongPinAnything() throws Exception {
        var link = found(LINK, text(post("/mother/share")));
        for (var path : List.of(link, "/shared/" + "x".repeat(43))) {
            assertThat(text(strangerPosts(path, "123450")))
                    .contains("pin-error")
                    .doesNotContain("Nimali");
        }
        assertThat(SharingUnderTest.TRAIL).isEmpty();
    }

    @Test
    void tellsHerThatThreeWrongPinsClosedHerCode() throws Exception {
        var code = text(post("/mother/share"));
        var wrong = found(PIN, code).replace(" ", "").equals("123450") ? "123451" : "123450";
        for (var i = 0; i < 4; i++) {
            strangerPosts(found(LINK, code), wrong);
        }
        assertThat(SharingUnderTest.TRAIL).containsExactly("closed Patient/1");
        assertThat(mine("/mother/share"))
                .contains("Closed after three wrong PINs", "make-link")
                .doesNotContain("Open until", "End it now");
    }

    /** It would count weeks to a woman who lost her child an hour ago. */
    @Test
    void endsEveryOpenCodeWhenItIsWrittenDownHowHerPregnancyEnded() throws Exception {
        var code = text(post("/mother/share"));
        REGISTRY.answers("Patient/1/$record-outcome", new Parameters());
        pages.post()
                .uri("/midwife/mothers/1/outcome")
                .with(csrf())
                .with(authentication(new TestingAuthenticationToken(CareUnderTest.selvarajah(), null, List.of())))
                .param("step", "save")
                .param("requestId", "r1")
                .param("basedOn", "4")
                .param("kind", "miscarriage")
                .param("date.day", "20")
                .param("date.month", "11")
                .param("date.year", "2026")
                .exchange();
        assertThat(REGISTRY.asked("Patient/1/$record-outcome")).hasSize(1);
        assertThat(text(strangerPosts(found(LINK, code), found(PIN, code).replace(" ", ""))))
                .contains("pin-error")
                .doesNotContain("Nimali");
    }

    @Test
    void countsNoTryForWhatCannotBeAPin() throws Exception {
        var code = text(post("/mother/share"));
        for (var slip : List.of("", "12345", "1234567", "12345a")) {
            assertThat(text(strangerPosts(found(LINK, code), slip))).contains("Type the six digits of the PIN");
        }
        assertThat(text(strangerPosts(found(LINK, code), found(PIN, code).replace(" ", ""))))
                .contains("Nimali");
        assertThat(mine("/mother/share")).contains("Opened once, at");
    }

    @Test
    void showsNoMoreThanSheReadsHerself() throws Exception {
        REGISTRY.answers(SUMMARY, EndedRecords.of("miscarriage"));
        var code = text(post("/mother/share"));
        var record = text(strangerPosts(found(LINK, code), found(PIN, code).replace(" ", "")));
        assertThat(record).contains("Weight").doesNotContainIgnoringCase("baby").doesNotContain("Fundal height");
        REGISTRY.answers(SUMMARY, CareUnderTest.record());
        code = text(post("/mother/share"));
        assertThat(text(strangerPosts(found(LINK, code), found(PIN, code).replace(" ", ""))))
                .contains("Fundal height")
                .doesNotContain("danger");
    }

    @Test
    void isEndedByHer() throws Exception {
        var code = text(post("/mother/share"));
        var open = mine("/mother/share");
        var end = found(Pattern.compile("(/mother/share/[0-9a-f]{64}/end)"), open);
        assertThat(post(end).getResponse().getRedirectedUrl()).isEqualTo("/mother/share");
        assertThat(text(strangerPosts(found(LINK, code), found(PIN, code).replace(" ", ""))))
                .contains("pin-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasItsPagesInEachLanguage(String language) throws Exception {
        var code = text(post("/mother/share?lang=" + language));
        var link = found(LINK, code);
        var pin = found(PIN, code).replace(" ", "");
        assertThat(code
                        + mine("/mother/share?lang=" + language)
                        + stranger(link + "?lang=" + language)
                        + text(strangerPosts(link + "?lang=" + language, pin)))
                .doesNotContain("??");
    }

    private String mine(String path) throws Exception {
        var answer = pages.get()
                .uri(path)
                .locale(Locale.ENGLISH)
                .with(authentication(new TestingAuthenticationToken(CareUnderTest.nimali(), null, List.of())))
                .exchange();
        return text(answer);
    }

    private MvcTestResult post(String path) {
        return pages.post()
                .uri(path)
                .with(csrf())
                .with(authentication(new TestingAuthenticationToken(CareUnderTest.nimali(), null, List.of())))
                .exchange();
    }

    private String stranger(String path) throws Exception {
        return text(pages.get().uri(path).exchange());
    }

    private MvcTestResult strangerPosts(String path, String pin) {
        return pages.post().uri(path).with(csrf()).param("pin", pin).exchange();
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.groupCount() == 2 ? matcher.group(1) + " " + matcher.group(2) : matcher.group(1);
    }
}
