package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.EVIDENCES;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.NOW;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.PHN;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.portals.registry.FakeRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A midwife's browser at pages behind which a registry answers as it is told. */
@SpringBootTest(
        classes = MidwifeUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
abstract class MidwifePagesTests {

    static final String LIST = "Patient/$anc-work-list";
    static final String MATCH = "Patient/$match-phn";
    static final String REGISTER = "Patient/$register-anc";

    @Autowired
    MockMvcTester pages;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient database;

    Browser fernando;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void signIn() {
        REGISTRY.forget();
        REGISTRY.answers(LIST, MidwifeUnderTest.workList())
                .answers("Task", new Bundle())
                .answers(MATCH, MidwifeUnderTest.comparison(PHN))
                .answers(REGISTER, MidwifeUnderTest.registered(PHN))
                .answers("Patient/34", FakeRegistry.patient("34", "Nimali Sanduni Perera", PHN));
        fernando = new Browser(pages, MidwifeUnderTest.fernando(), "en");
    }

    String begun() {
        var first = fernando.send("/midwife/registrations").getRedirectedUrl();
        return first.replaceAll(".*/registrations/|/find", "");
    }

    String withPhn(String draft) {
        fernando.send(at(draft, "find"), "phn", PHN);
        return draft;
    }

    String proven(String draft) {
        var fresh = MidwifeUnderTest.nimali(draft, NOW.plusSeconds(1500));
        EVIDENCES.keep(fresh);
        assertThat(drafts.evidence(fresh)).isTrue();
        return draft;
    }

    String decided() {
        var draft = proven(withPhn(begun()));
        fernando.send(at(draft, "compare"), "decision", "use-existing");
        return draft;
    }

    void history(String draft) {
        saved(
                draft,
                "pregnancy",
                "answers[lmp].day",
                "6",
                "answers[lmp].month",
                "9",
                "answers[lmp].year",
                "2026",
                "answers[gravida]",
                "2",
                "answers[parity]",
                "1");
        saved(
                draft,
                "measured",
                "answers[contact_type]",
                "field-clinic",
                "answers[height]",
                "158",
                "answers[systolic]",
                "112",
                "answers[diastolic]",
                "70");
        saved(draft, "health", "answers[hx_epilepsy]", "no", "answers[hx_asthma]", "yes", "answers[hx_thyroid]", "");
        saved(
                draft,
                "home",
                "answers[phone]",
                "0771234521",
                "answers[phone_shared]",
                "own",
                "answers[texts]",
                "agreed",
                "answers[language]",
                "si");
        saved(draft, "agreement", "answers[consent]", "agreed");
    }

    void saved(String draft, String section, String... fields) {
        assertThat(fernando.send(at(draft, "history/" + section), fields).getStatus())
                .as(section)
                .isEqualTo(302);
    }

    static String at(String draft, String step) {
        return "/midwife/registrations/" + draft + "/" + step;
    }

    static ParametersParameterComponent part(Parameters sent, String name) {
        return sent.getParameter().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String text(Parameters sent, String name) {
        return part(sent, name).getValue().primitiveValue();
    }

    static boolean isAnswer(ParametersParameterComponent part, String field) {
        return part.getName().equals("answer")
                && part.getPart().get(0).getValue().primitiveValue().equals(field);
    }

    static org.hl7.fhir.r4.model.Type answer(Parameters sent, String field) {
        return sent.getParameter().stream()
                .filter(part -> isAnswer(part, field))
                .map(part -> part.getPart().get(1).getValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No answer " + field));
    }
}
