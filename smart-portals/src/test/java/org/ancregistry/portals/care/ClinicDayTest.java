package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.registry.FakeRegistry;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** Writing a whole clinic down, one number after the other. */
class ClinicDayTest extends CarePagesTests {

    private static final String DAY = "/midwife/clinic-day";
    private static final String HER_VISIT = "/midwife/mothers/1/visits/new";

    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void sheIsOnRecord() {
        var found = new Bundle();
        found.addEntry().setResource(FakeRegistry.patient("1", "Nimali Sanduni Perera", PHN));
        REGISTRY.answers("Patient", found).answers("Patient/_search", found);
    }

    @Test
    void asksForDateAndPlaceOnce() throws UnsupportedEncodingException {
        assertThat(open(DAY)).contains("Begin", "value=\"22\"", "value=\"2026\"");
        assertThat(press(DAY, "date.day", "20", "date.month", "11", "date.year", "2026", "place", "home-visit")
                        .getRedirectedUrl())
                .isEqualTo(DAY + "#phn");
        assertThat(open(DAY)).contains("20 November 2026", "Saved visits: 0", "id=\"phn\"");
        assertThat(open(HER_VISIT)).contains("value=\"20\"").containsPattern("value=\"home-visit\"[^>]*selected");
    }

    @Test
    void takesNoClinicThatIsStillToCome() throws UnsupportedEncodingException {
        var refused = press(DAY, "date.day", "23", "date.month", "11", "date.year", "2026", "place", "nowhere");
        assertThat(refused.getContentAsString()).contains("date-error", "Choose where the clinic was", "value=\"23\"");
    }

    @Test
    void leadsFromANumberToHerVisitAndBackToTheNextNumber() throws UnsupportedEncodingException {
        begin();
        assertThat(press(DAY + "/next", "phn", "2047 ktr9mx 5").getRedirectedUrl())
                .isEqualTo(HER_VISIT + "#dangers");
        assertThat(press(HER_VISIT, visit()).getRedirectedUrl()).isEqualTo(DAY + "#phn");
        assertThat(press(HER_VISIT, visit()).getRedirectedUrl())
                .as("a second press")
                .isEqualTo(DAY + "#phn");
        assertThat(open(DAY)).contains("Saved visits: 1", "Nimali Sanduni Perera", "2047 KTR9MX 5");
    }

    @Test
    void saysWhatIsWrongWithANumber() throws UnsupportedEncodingException {
        begin();
        assertThat(press(DAY + "/next", "phn", "99").getContentAsString()).contains("phn-error", "value=\"99\"");
        REGISTRY.answers("Patient/_search", new Bundle());
        assertThat(press(DAY + "/next", "phn", PHN).getContentAsString())
                .contains("No mother of your areas has this number");
    }

    @Test
    void putsWhatIsUrgentFirstAllTheSame() throws UnsupportedEncodingException {
        begin();
        hospital();
        var urgent = press(HER_VISIT, visit("answers[systolic]", "172", "answers[diastolic]", "114"));
        assertThat(urgent.getStatus()).isEqualTo(200);
        assertThat(urgent.getContentAsString()).contains("Base Hospital Demo");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void isOverWhenSheSaysSo() throws UnsupportedEncodingException {
        begin();
        assertThat(press(DAY + "/end").getRedirectedUrl()).isEqualTo("/midwife");
        assertThat(press(HER_VISIT, visit()).getRedirectedUrl()).isEqualTo("/midwife/mothers/1/summary");
        assertThat(press(DAY + "/next", "phn", PHN).getRedirectedUrl()).isEqualTo(DAY + "#phn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsForEverythingInEachLanguage(String language) throws UnsupportedEncodingException {
        assertThat(open(DAY + "?lang=" + language)).doesNotContain("??");
        begin();
        press(HER_VISIT, visit());
        assertThat(open(DAY + "?lang=" + language)).doesNotContain("??");
    }

    private void begin() {
        press(DAY, "date.day", "22", "date.month", "11", "date.year", "2026", "place", "field-clinic");
    }

    private String open(String path) throws UnsupportedEncodingException {
        var answer = pages.get()
                .uri(path)
                .session(session)
                .with(authentication(signedIn(midwife())))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse press(String path, String... fields) {
        var request = pages.post().uri(path).session(session).with(csrf()).with(authentication(signedIn(midwife())));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange().getResponse();
    }

    private static SignedInPerson midwife() {
        return new SignedInPerson(
                "Practitioner/3", Role.MIDWIFE, "Organization/1", "Galewela", Set.of("Organization/1"), "D. Fernando");
    }
}
