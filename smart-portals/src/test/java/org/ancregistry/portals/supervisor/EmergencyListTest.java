package org.ancregistry.portals.supervisor;

import static org.ancregistry.portals.supervisor.SupervisorUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.ancregistry.portals.registry.FakeRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A supervisor sees who opened which record of her areas in an emergency, and why. */
@SpringBootTest(
        classes = SupervisorUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class EmergencyListTest {

    private static final String ONE = "/midwife/emergencies/8";
    private static final String REVIEW = "Task/8/$review-emergency";

    private final Task task = new Task();

    private Bundle tasks = new Bundle();

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void aRecordWasOpened() {
        REGISTRY.forget();
        task.setId("Task/8");
        task.getMeta().setVersionId("3");
        task.setStatus(TaskStatus.REQUESTED);
        task.setFor(new Reference("Patient/41"));
        task.setRequester(new Reference("Practitioner/7"));
        task.setAuthoredOnElement(new DateTimeType("2026-11-22T09:00:00+05:30"));
        task.getReasonCode().setText("She came unconscious and bleeds.");
        tasks = new Bundle();
        tasks.addEntry().setResource(task);
        tasks.addEntry().setResource(FakeRegistry.patient("41", "Nimali Sanduni Perera", "2047KTR9MX5"));
        var doctor = new Practitioner();
        doctor.setId("Practitioner/7");
        doctor.addName().setText("Dr R. Selvarajah");
        var doctors = new Bundle();
        doctors.addEntry().setResource(doctor);
        var supervisor = new Practitioner();
        supervisor.setId("Practitioner/9");
        supervisor.addName().setText("P. Jayasinghe");
        doctors.addEntry().setResource(supervisor);
        REGISTRY.answers("Task", tasks).answers("Practitioner", doctors).answers(REVIEW, new Parameters());
    }

    @Test
    void saysWhoOpenedWhoseRecordWhenAndWhy() throws UnsupportedEncodingException {
        assertThat(read("en"))
                .contains("Dr R. Selvarajah", "2047 KTR9MX 5", "22 November 2026, 09:00")
                .contains("She came unconscious and bleeds.", "href=\"/midwife/mothers/41/summary\"")
                .doesNotContain("Nimali", "rel=\"next\"");
        assertThat(REGISTRY.asked("Task").get(0).query()).contains("review-emergency", "requested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    void saysThatThereIsNone(String language) throws UnsupportedEncodingException {
        REGISTRY.answers("Task", new Bundle());
        assertThat(read(language)).doesNotContain("??", "<li class=\"anc-row\"");
        assertThat(REGISTRY.asked("Practitioner")).isEmpty();
    }

    @Test
    void leadsToAPageWhereSheSaysWhatSheFound() throws UnsupportedEncodingException {
        assertThat(read("en")).contains("href=\"" + ONE + "\"", "href=\"/midwife/emergencies/reviewed\"");
        assertThat(read(ONE, "en"))
                .contains("Dr R. Selvarajah", "She came unconscious and bleeds.", "2047 KTR9MX 5")
                .contains("In order", "Not in order: I told the privacy officer", "name=\"basedOn\" value=\"3\"")
                .as("nothing is chosen beforehand")
                .doesNotContain("checked=");
    }

    @Test
    void keepsWhatSheFoundBasedOnWhatSheSaw() {
        assertThat(send("decision", "not-in-order", "reason", " I spoke with the doctor. ")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/midwife/emergencies");
        var sent = REGISTRY.lastAsked(REVIEW);
        assertThat(sent.getParameter("request-id").getValue().primitiveValue()).isEqualTo("r1");
        assertThat(sent.getParameter("based-on").getValue().primitiveValue()).isEqualTo("3");
        assertThat(sent.getParameter("decision").getValue().primitiveValue()).isEqualTo("not-in-order");
        assertThat(sent.getParameter("reason").getValue().primitiveValue()).isEqualTo("I spoke with the doctor.");
    }

    @Test
    void asksForBothAndKeepsWhatWasTyped() throws UnsupportedEncodingException {
        assertThat(send("decision", "", "reason", "I spoke with her.")
                        .getResponse()
                        .getContentAsString())
                .contains("decision-error", "Choose what you found", "I spoke with her.");
        assertThat(send("decision", "in-order", "reason", " ").getResponse().getContentAsString())
                .contains("reason-error", "Write in a few words why", "checked=");
        assertThat(send("decision", "in-order", "reason", "x".repeat(501))
                        .getResponse()
                        .getContentAsString())
                .contains("at most 500 characters");
        assertThat(REGISTRY.asked(REVIEW)).isEmpty();
    }

    @Test
    void keepsTheWordsWhereSomebodyWroteMeanwhile() throws UnsupportedEncodingException {
        REGISTRY.refuses(REVIEW, 409, "version-conflict");
        assertThat(send("decision", "in-order", "reason", "I spoke with her.", "basedOn", "2")
                        .getResponse()
                        .getContentAsString())
                .contains("I spoke with her.", "Somebody else was faster", "name=\"basedOn\" value=\"3\"");
    }

    @Test
    void saysThatAnotherWasFaster() throws UnsupportedEncodingException {
        REGISTRY.refuses(REVIEW, 409, "already-decided");
        reviewed();
        assertThat(send("decision", "in-order", "reason", "I spoke with her.")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/midwife/emergencies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    void listsWhatWasReviewedInTheLastThirtyDays(String language) throws UnsupportedEncodingException {
        reviewed();
        assertThat(read("/midwife/emergencies/reviewed", language))
                .contains("P. Jayasinghe", "I spoke with the doctor.", "Dr R. Selvarajah")
                .doesNotContain("??", "href=\"" + ONE + "\"");
        assertThat(REGISTRY.asked("Task").get(0).query())
                .contains("review-emergency", "status=completed", "_lastUpdated=ge2026-10-23");
        REGISTRY.answers("Task", new Bundle());
        assertThat(read("/midwife/emergencies/reviewed", language)).doesNotContain("??", "<li>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    void showsThePrivacyOfficerThemAllWithoutAWayIntoARecord(String language) throws UnsupportedEncodingException {
        for (var path : List.of("/privacy/emergencies", "/privacy/emergencies/8")) {
            assertThat(read(path, language))
                    .as(path)
                    .contains("Dr R. Selvarajah", "She came unconscious and bleeds.", "/privacy/emergencies")
                    .doesNotContain("??", "/midwife", "2047 KTR9MX 5", "Not in order: I told");
        }
    }

    @Test
    void knowsOnlyOpeningsOfHerAreas() {
        REGISTRY.answers("Task", new Bundle());
        assertThat(get(ONE, "en")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    void asksInEachLanguage(String language) throws UnsupportedEncodingException {
        assertThat(read(ONE, language)).doesNotContain("??");
    }

    private void reviewed() {
        task.setStatus(TaskStatus.COMPLETED).setLastModifiedElement(new DateTimeType("2026-11-22T10:00:00+05:30"));
        task.addNote().setText("I spoke with the doctor.").setAuthor(new Reference("Practitioner/9"));
        var decision = new CodeableConcept();
        decision.addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-task-detail")
                .setCode("decision");
        task.addOutput().setType(decision).setValue(new CodeType("in-order"));
        REGISTRY.answers("Task", tasks);
    }

    private MvcTestResult send(String... fields) {
        var request = pages.post()
                .uri(ONE)
                .with(csrf())
                .with(authentication(new TestingAuthenticationToken(SupervisorUnderTest.jayasinghe(), null, List.of())))
                .param("requestId", "r1");
        var based = List.of(fields).contains("basedOn");
        if (!based) {
            request.param("basedOn", "3");
        }
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String read(String language) throws UnsupportedEncodingException {
        return read("/midwife/emergencies", language);
    }

    private String read(String path, String language) throws UnsupportedEncodingException {
        var answer = get(path, language).getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MvcTestResult get(String path, String language) {
        return pages.get()
                .uri(path)
                .param("lang", language)
                .with(authentication(new TestingAuthenticationToken(SupervisorUnderTest.jayasinghe(), null, List.of())))
                .exchange();
    }
}
