package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looked at a woman's record, as those read it who look after her. */
class WhoLookedPageTest extends CarePagesTests {

    private static final String PAGE = "/doctor/mothers/1/looked";

    private final Bundle trail = new Bundle().setType(Bundle.BundleType.SEARCHSET);

    @BeforeEach
    void looks() {
        var doctor = new Practitioner();
        doctor.addName().setText("Dr A. Nizam");
        doctor.setId("Practitioner/70");
        trail.addEntry().setResource(look("Practitioner/70", "doctor", "BTG", AuditEventOutcome._0));
        trail.addEntry().setResource(look("Practitioner/99", "midwife", "TREAT", AuditEventOutcome._4));
        trail.addEntry().setResource(look("Patient/1", "mother", "PATRQT", AuditEventOutcome._0));
        trail.addEntry().setResource(doctor);
        REGISTRY.answers("AuditEvent", trail);
    }

    private static AuditEvent look(String who, String role, String purpose, AuditEventOutcome outcome) {
        var look = new AuditEvent()
                .setRecorded(Date.from(Instant.parse("2026-11-22T04:30:00Z")))
                .setOutcome(outcome)
                .addSubtype(new Coding("http://hl7.org/fhir/restful-interaction", "operation", null))
                .addSubtype(new Coding("https://ancregistry.org/fhir/CodeSystem/anc-operation", "$check-in", null));
        var person = look.addAgent().setRequestor(true).setWho(new Reference(who));
        person.addRole().addCoding().setCode(role);
        person.addPurposeOfUse().addCoding().setCode(purpose);
        look.addEntity().setRole(new Coding(null, "1", null)).setWhat(new Reference("Patient/1"));
        return look;
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "midwife"})
    void showsTheListThatSheReadsInWordsAboutHer(String portal) throws Exception {
        var reader = portal.equals("doctor") ? CareUnderTest.selvarajah() : midwife(Role.MIDWIFE);
        assertThat(read("/" + portal + "/mothers/1/looked", reader, "en"))
                .contains("Who looked at her record, Nimali", "Dr A. Nizam", "Emergency", "22 November 2026, 10:00")
                .contains("Somebody who does not work here any more", "Was refused", "Checked her in", "For her care")
                .contains("When she looked herself (1)", "href=\"/" + portal + "/mothers/1/summary\"")
                .doesNotContain("Checked you in", "your record");
    }

    @Test
    void asksTheTrailOnceAndSaysNothingOfWhatSheAsked() throws Exception {
        assertThat(read(PAGE)).doesNotContain("do not know this person", "/unknown", "You asked");
        assertThat(REGISTRY.asked("AuditEvent"))
                .singleElement()
                .satisfies(asked -> assertThat(String.valueOf(asked.query()))
                        .contains("patient=Patient/1", "_include=AuditEvent:agent", "_count=50", "_offset=0"));
        assertThat(REGISTRY.asked("Task")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsForEverythingInEachLanguage(String language) throws Exception {
        assertThat(read(PAGE, CareUnderTest.selvarajah(), language))
                .contains("Dr A. Nizam")
                .doesNotContain("??");
    }

    @Test
    void saysOfAnotherWomanThatSheIsOneAndNotWho() throws Exception {
        trail.addEntry().setResource(look("Patient/2", "mother", "PATRQT", AuditEventOutcome._4));
        REGISTRY.answers("AuditEvent", trail);
        assertThat(read(PAGE))
                .contains("Another woman who has a record here", "When she looked herself (1)")
                .doesNotContain("yourself", "Patient/2");
    }

    @Test
    void comesInPages() throws Exception {
        assertThat(read(PAGE)).doesNotContain("rel=\"next\"", "rel=\"prev\"");
        trail.addLink().setRelation("next").setUrl("http://localhost/fhir/AuditEvent?_offset=50");
        REGISTRY.answers("AuditEvent", trail);
        assertThat(read(PAGE)).contains("href=\"" + PAGE + "?page=2\"").doesNotContain("rel=\"prev\"");
        assertThat(read(PAGE + "?page=2")).contains("href=\"" + PAGE + "?page=1\"", "href=\"" + PAGE + "?page=3\"");
        assertThat(String.valueOf(REGISTRY.asked("AuditEvent").get(2).query())).contains("_offset=50");
    }

    @Test
    void tellsThatHerCardWasPrintedApartFromAReading() throws Exception {
        var printed = look("Practitioner/70", "midwife", "TREAT", AuditEventOutcome._0);
        printed.getSubtype().get(0).setCode("read");
        printed.getSubtype().get(1).setCode("print-card");
        trail.addEntry().setResource(printed);
        REGISTRY.answers("AuditEvent", trail);
        assertThat(read(PAGE)).contains("Printed her card").doesNotContain("Opened the record");
    }

    @Test
    void saysThatNobodyHasLooked() throws Exception {
        REGISTRY.answers("AuditEvent", new Bundle().setType(Bundle.BundleType.SEARCHSET));
        assertThat(read(PAGE)).contains("Nobody has looked yet.").doesNotContain("When she looked herself");
    }

    @Test
    void isLinkedFromHerRecordForThoseWhoMayRead() throws Exception {
        assertThat(read("/doctor/mothers/1/summary")).contains("href=\"" + PAGE + "\"");
        assertThat(read("/midwife/mothers/1/summary", midwife(Role.MIDWIFE), "en"))
                .contains("href=\"/midwife/mothers/1/looked\"");
        assertThat(read("/midwife/mothers/1/summary", midwife(Role.SUPERVISOR), "en"))
                .doesNotContain("/mothers/1/looked");
    }

    @Test
    void showsNothingWhereTheRegistryRefuses() throws Exception {
        REGISTRY.refuses("AuditEvent", 403, "forbidden");
        var answer = pages.get()
                .uri("/midwife/mothers/1/looked")
                .with(authentication(signedIn(midwife(Role.SUPERVISOR))))
                .exchange();
        assertThat(answer).hasStatus(403);
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("Nimali");
    }

    private static SignedInPerson midwife(Role role) {
        return new SignedInPerson("Practitioner/3", role, "Organization/1", "Galewela", Set.of(), "K. Kumari");
    }

    @ParameterizedTest
    @CsvSource({
        "open-shared-record,Opened it with the code and PIN that you gave",
        "close-shared-record,Typed three wrong PINs"
    })
    void saysOfACodeThatSheGaveItAwayAndNotThatSomebodyLeft(String act, String words) throws Exception {
        var look = look("x", "x", "PATRQT", AuditEventOutcome._0);
        look.getAgent().clear();
        look.addAgent().setRequestor(true);
        look.getSubtype().get(1).setCode(act);
        look.setId("AuditEvent/9");
        REGISTRY.answers("AuditEvent", new Bundle().addEntry(new Bundle.BundleEntryComponent().setResource(look)));
        assertThat(read("/mother/looked", CareUnderTest.nimali(), "en"))
                .contains("Somebody you gave the code", words, "I gave this code to nobody")
                .doesNotContain("does not work here", "I do not know this person");
        assertThat(read(PAGE)).contains("Somebody she gave the code").doesNotContain("does not work here");
    }
}
