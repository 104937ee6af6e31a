package org.ancregistry.portals.supervisor;

import static org.ancregistry.portals.supervisor.SupervisorUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.ancregistry.portals.registry.FakeRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
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

/** A supervisor sees who opened which record of her areas in an emergency, and why. */
@SpringBootTest(
        classes = SupervisorUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class EmergencyListTest {

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void aRecordWasOpened() {
        REGISTRY.forget();
        var task = new Task();
        task.setId("Task/8");
        task.setFor(new Reference("Patient/41"));
        task.setRequester(new Reference("Practitioner/7"));
        task.setAuthoredOnElement(new DateTimeType("2026-11-22T09:00:00+05:30"));
        task.getReasonCode().setText("She came unconscious and bleeds.");
        var tasks = new Bundle();
        tasks.addEntry().setResource(task);
        tasks.addEntry().setResource(FakeRegistry.patient("41", "Nimali Sanduni Perera", "2047KTR9MX5"));
        var doctor = new Practitioner();
        doctor.setId("Practitioner/7");
        doctor.addName().setText("Dr R. Selvarajah");
        var doctors = new Bundle();
        doctors.addEntry().setResource(doctor);
        REGISTRY.answers("Task", tasks).answers("Practitioner", doctors);
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

    private String read(String language) throws UnsupportedEncodingException {
        var answer = pages.get()
                .uri("/midwife/emergencies")
                .param("lang", language)
                .with(authentication(new TestingAuthenticationToken(SupervisorUnderTest.jayasinghe(), null, List.of())))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }
}
