package org.ancregistry.portals.supervisor;

import static org.ancregistry.portals.supervisor.SupervisorUnderTest.DECIDE;
import static org.ancregistry.portals.supervisor.SupervisorUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        classes = SupervisorUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class DecisionPagesTest {

    private static final String PAGE = "/midwife/decisions/5";

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void answer() {
        REGISTRY.forget();
        REGISTRY.answers("Task", SupervisorUnderTest.queue()).answers(DECIDE, SupervisorUnderTest.bothSides());
        SupervisorUnderTest.careBefore("41");
    }

    @Test
    void tellsWhenAndWhereBothWereCaredForBeforeAndNothingOfWhatWasFound() throws UnsupportedEncodingException {
        assertThat(read(PAGE, "en"))
                .containsSubsequence(
                        "Earlier care:",
                        "registered 1 February 2023",
                        "20 August 2023",
                        "4 March 2023",
                        "Dambulla clinic",
                        "Earlier care:",
                        "do not open to you");
        assertThat(REGISTRY.asked("Observation")).isEmpty();
        assertThat(REGISTRY.asked("EpisodeOfCare")).as("one look for all sides").hasSize(1);
        assertThat(REGISTRY.asked("Encounter")).hasSize(1);
    }

    @Test
    void listsWhatWaits() throws UnsupportedEncodingException {
        assertThat(read("/midwife/decisions", "en"))
                .contains("Nimali Sanduni Perera", "since 2 November 2026", "Waits for her old card.", PAGE)
                .doesNotContain("rel=\"next\"");
        assertThat(REGISTRY.asked("Task").get(0).query())
                .contains("decide-match", "requested", "_include=Task:patient");
    }

    @Test
    void pagesThroughALongList() throws UnsupportedEncodingException {
        var many = new Bundle();
        for (var task = 0; task < 21; task++) {
            many.addEntry(SupervisorUnderTest.queue().getEntryFirstRep());
        }
        REGISTRY.answers("Task", many);
        assertThat(read("/midwife/decisions?page=2", "en"))
                .contains("page=1", "rel=\"prev\"", "page=3", "rel=\"next\"");
        assertThat(REGISTRY.asked("Task").get(0).query()).contains("_offset=20");
    }

    @Test
    void laysBothSidesBesideEachOtherAndChoosesNothing() throws UnsupportedEncodingException {
        assertThat(read(PAGE, "en"))
                .contains("2047 KTR9MX 5", "Another record holds this number", "Probably the same woman.")
                .contains("24/1 Temple Road", "12 Lake Road", "May be a sister")
                .contains("value=\"same-34\"", "name=\"basedOn\" value=\"3\"")
                .doesNotContain("checked", "value=\"phn-is-hers\"", "value=\"undo\"");
    }

    @Test
    void keepsADecisionWithItsReasonOnWhatWasSeen() {
        REGISTRY.answers(DECIDE, SupervisorUnderTest.decided("same"));
        var answer = send("decision", "same-34", "reason", "Her sister told.", "basedOn", "3", "requestId", "r-1");
        assertThat(answer.getRedirectedUrl()).isEqualTo("/midwife/decisions");
        var asked = REGISTRY.lastAsked(DECIDE);
        assertThat(asked.getParameter("decision").getValue().primitiveValue()).isEqualTo("same");
        assertThat(((Reference) asked.getParameter("compared-with").getValue()).getReference())
                .isEqualTo("Patient/34");
        assertThat(asked.getParameter("based-on").getValue().primitiveValue()).isEqualTo("3");
        assertThat(asked.getParameter("request-id").getValue().primitiveValue()).isEqualTo("r-1");
        assertThat(asked.getParameter("reason").getValue().primitiveValue()).isEqualTo("Her sister told.");
    }

    @Test
    void asksForADecisionAndAReason() throws UnsupportedEncodingException {
        var answer = send("decision", "", "reason", " ", "basedOn", "3", "requestId", "r-1");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Choose what you decide", "Write why you decide so", "id=\"decision-error\"");
    }

    @Test
    void tellsThatAnotherWasFaster() throws UnsupportedEncodingException {
        REGISTRY.refuses(DECIDE, 409, "version-conflict");
        var answer = send("decision", "different", "reason", "Another.", "basedOn", "2", "requestId", "r-1");
        assertThat(answer.getContentAsString()).contains("Somebody else was faster", PAGE);
    }

    @Test
    void letsALinkBeTakenBack() throws UnsupportedEncodingException {
        REGISTRY.answers(DECIDE, SupervisorUnderTest.decided("same"));
        assertThat(read(PAGE, "en")).contains("value=\"undo\"").doesNotContain("value=\"different\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsForEverythingInEachLanguage(String language) throws UnsupportedEncodingException {
        assertThat(read("/midwife/decisions", language)).doesNotContain("??");
        assertThat(read(PAGE, language)).doesNotContain("??");
    }

    private String read(String address, String language) throws UnsupportedEncodingException {
        var answer = pages.get()
                .uri(address)
                .with(authentication(new TestingAuthenticationToken(SupervisorUnderTest.jayasinghe(), null, List.of())))
                .header("Accept-Language", language)
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(answer.getContentAsString()).startsWith("<!DOCTYPE html>").contains("</html>");
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(String... fields) {
        var form = pages.post().uri(PAGE);
        for (var field = 0; field < fields.length; field += 2) {
            form = form.param(fields[field], fields[field + 1]);
        }
        return form.with(authentication(
                        new TestingAuthenticationToken(SupervisorUnderTest.jayasinghe(), null, List.of())))
                .with(csrf())
                .header("Accept-Language", "en")
                .exchange()
                .getResponse();
    }
}
