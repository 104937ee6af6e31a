package org.ancregistry.portals.supervisor;

import static org.ancregistry.portals.supervisor.SupervisorUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.ancregistry.portals.registry.FakeRegistry;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
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
class DuplicatePagesTest {

    private static final String LIST = "/midwife/duplicates";
    private static final String PAGE = "/midwife/duplicates/41/42";
    private static final String MERGED = "/midwife/duplicates/merged/42/41";
    private static final String FIND = "Patient/$likely-duplicates";
    private static final String MERGE = "Patient/$merge";
    private static final String PART = "Patient/$unmerge";
    private static final String DIFFERENT = "Patient/$not-duplicates";

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void answer() {
        REGISTRY.forget();
        SupervisorUnderTest.careBefore();
        REGISTRY.answers("Organization", areas())
                .answers(FIND, pairs())
                .answers(MERGE, sides())
                .answers(PART, parted())
                .answers(DIFFERENT, new Parameters());
    }

    private static Bundle areas() {
        var area = new Organization().setName("Galewela 3").setPartOf(new Reference("Organization/1"));
        area.setId("Organization/3");
        var found = new Bundle();
        found.addEntry().setResource(area);
        return found;
    }

    private static Parameters pairs() {
        var answer = new Parameters();
        answer.addParameter("more", new BooleanType(true));
        var pair = answer.addParameter().setName("pair");
        pair.addPart().setName("patient").setResource(FakeRegistry.patient("41", "Nimali Perera", "2047KTR9MX5"));
        pair.addPart().setName("other").setResource(FakeRegistry.patient("42", "N. Pereira", "2047KTR9MX6"));
        pair.addPart().setName("score").setValue(new DecimalType("0.97"));
        pair.addPart().setName("grade").setValue(new CodeType("probable"));
        pair.addPart().setName("found").setValue(new DateTimeType("2026-11-20"));
        return answer;
    }

    private static Parameters sides() {
        var answer = new Parameters();
        answer.addParameter().setName("result").setResource(new Patient());
        answer.addParameter("moved", new IntegerType(17));
        answer.addParameter("source-version", "3").addParameter("target-version", "5");
        answer.addParameter("one-pregnancy", new BooleanType(true));
        answer.addParameter("source-phn", new Identifier().setValue("2047KTR9MX5"));
        var candidate = answer.addParameter().setName("candidate");
        candidate.addPart().setName("patient").setValue(new Reference("Patient/42"));
        candidate.addPart().setName("score").setValue(new DecimalType("0.97"));
        candidate.addPart().setName("grade").setValue(new CodeType("probable"));
        candidate.addPart().setName("likely-relative").setValue(new BooleanType(false));
        FakeRegistry.compared(candidate, "name", "Nimali Perera", "N. Pereira", "close");
        FakeRegistry.compared(candidate, "birthDate", "1997-03-14", "1997-03-14", "same");
        return answer;
    }

    private static Parameters parted() {
        var answer = new Parameters();
        answer.addParameter("changed-since", new Reference("Observation/7"));
        answer.addParameter("left", new Reference("Encounter/8"));
        answer.addParameter("left", new Reference("Observation/9"));
        return answer;
    }

    @Test
    void listsPairsByHowSureTheyAreAndByArea() throws UnsupportedEncodingException {
        assertThat(read(LIST + "?grade=possible&area=3&page=2", "en"))
                .contains("Nimali Perera and N. Pereira", "Probably the same woman.", "20 November 2026", PAGE)
                .contains("Galewela 3", "rel=\"prev\"", "rel=\"next\"", "grade=possible", "page=3");
        var asked = REGISTRY.lastAsked(FIND);
        assertThat(asked.getParameter("grade").getValue().primitiveValue()).isEqualTo("possible");
        assertThat(asked.getParameter("page").getValue().primitiveValue()).isEqualTo("2");
        assertThat(((Reference) asked.getParameter("area").getValue()).getReference())
                .isEqualTo("Organization/3");
    }

    @Test
    void asksForNothingThatItDoesNotOffer() throws UnsupportedEncodingException {
        read(LIST + "?grade=sure&area=99", "en");
        var asked = REGISTRY.lastAsked(FIND);
        assertThat(asked.getParameter("grade").getValue().primitiveValue()).isEqualTo("probable");
        assertThat(asked.getParameter("area")).isNull();
    }

    @Test
    void laysBothSidesBesideEachOtherAndChoosesNothing() throws UnsupportedEncodingException {
        assertThat(read(PAGE, "en"))
                .contains("Nimali Perera", "N. Pereira", "Both have an open pregnancy", "First record", "2047 KTR9MX 5")
                .contains("name=\"oneVersion\" value=\"3\"", "name=\"otherVersion\" value=\"5\"")
                .doesNotContain("checked");
    }

    @Test
    void mergesTheRecordThatIsNotKeptIntoTheOther() {
        var answer = send(PAGE, decision("keep-one"));
        assertThat(answer.getRedirectedUrl()).isEqualTo(MERGED);
        var asked = REGISTRY.lastAsked(MERGE);
        assertThat(((Reference) asked.getParameter("source-patient").getValue()).getReference())
                .isEqualTo("Patient/42");
        assertThat(asked.getParameter("source-version").getValue().primitiveValue())
                .isEqualTo("5");
        assertThat(asked.getParameter("target-version").getValue().primitiveValue())
                .isEqualTo("3");
        assertThat(asked.getParameter("reason").getValue().primitiveValue()).isEqualTo("I saw both cards.");
        assertThat(send(PAGE, decision("keep-other")).getRedirectedUrl()).isEqualTo("/midwife/duplicates/merged/41/42");
    }

    @Test
    void keepsThatTheyAreTwoWomen() {
        assertThat(send(PAGE, decision("different")).getRedirectedUrl()).isEqualTo(LIST);
        assertThat(REGISTRY.lastAsked(DIFFERENT)
                        .getParameter("request-id")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("r-1");
    }

    @Test
    void asksForADecisionAndAReason() throws UnsupportedEncodingException {
        var answer = send(PAGE, "decision", "", "reason", " ");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Choose what you decide", "Write why you decide so");
    }

    @Test
    void tellsThatAnotherWasFaster() throws UnsupportedEncodingException {
        REGISTRY.refuses(MERGE, 409, "version-conflict");
        assertThat(send(PAGE, decision("keep-one")).getContentAsString()).contains("Somebody else was faster", PAGE);
    }

    @Test
    void takesAMergeBackAndSaysWhatToLookThrough() throws UnsupportedEncodingException {
        assertThat(read(MERGED, "en")).contains("Take the merge back", "/midwife/mothers/41");
        assertThat(send(MERGED, "reason", "", "requestId", "r-2").getContentAsString())
                .contains("Write why you decide so");
        var answer = send(MERGED, "reason", "They are sisters.", "requestId", "r-2");
        assertThat(answer.getRedirectedUrl()).isEqualTo("/midwife/duplicates/42/41");
        assertThat(((Reference) REGISTRY.lastAsked(PART)
                                .getParameter("source-patient")
                                .getValue())
                        .getReference())
                .isEqualTo("Patient/42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsForEverythingInEachLanguage(String language) throws UnsupportedEncodingException {
        for (var page : List.of(LIST, PAGE, MERGED)) {
            assertThat(read(page, language)).doesNotContain("??");
        }
    }

    private static String[] decision(String decision) {
        return new String[] {
            "decision",
            decision,
            "reason",
            "I saw both cards.",
            "oneVersion",
            "3",
            "otherVersion",
            "5",
            "requestId",
            "r-1"
        };
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

    private MockHttpServletResponse send(String page, String... fields) {
        var form = pages.post().uri(page);
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
