package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who looked at a record: the mother's page and the privacy officer's. */
@SpringBootTest(
        classes = CareUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class PrivacyPagesTest {

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void aRecordAndItsTrail() {
        REGISTRY.forget();
        REGISTRY.answers(CareUnderTest.SUMMARY, CareUnderTest.record());
        REGISTRY.answers("Task", new Bundle());
        REGISTRY.answers("Practitioner", new Bundle());
        REGISTRY.answers("AuditEvent", trail());
        REGISTRY.answers("AuditEvent/_search", trail());
    }

    private static Bundle trail() {
        var doctor = new Practitioner();
        doctor.addName().setText("Dr R. Selvarajah");
        doctor.setId("Practitioner/7");
        var clinic = new Organization().setName("VOG clinic");
        clinic.setId("Organization/9");
        var trail = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        trail.addEntry().setResource(event("Practitioner/7", "doctor", "BTG", AuditEventOutcome._0));
        trail.addEntry().setResource(event("Practitioner/99", "midwife", "TREAT", AuditEventOutcome._4));
        trail.addEntry().setResource(event("Patient/1", "mother", "PATRQT", AuditEventOutcome._0));
        trail.addEntry().setResource(program());
        trail.addEntry().setResource(doctor);
        trail.addEntry().setResource(clinic);
        return trail;
    }

    private static AuditEvent event(String who, String role, String purpose, AuditEventOutcome outcome) {
        var event = new AuditEvent()
                .setRecorded(Date.from(Instant.parse("2026-11-22T04:30:00Z")))
                .setOutcome(outcome)
                .addSubtype(new Coding("http://hl7.org/fhir/restful-interaction", "read", null));
        var person = event.addAgent().setRequestor(true).setWho(new Reference(who));
        person.addRole().addCoding().setCode(role);
        person.addPurposeOfUse().addCoding().setCode(purpose);
        event.addAgent().setRequestor(false).setWho(new Reference("Organization/9"));
        event.addEntity().setRole(new Coding(null, "1", null)).setWhat(new Reference("Patient/1"));
        return event;
    }

    private static AuditEvent program() {
        var event = event("Patient/none", "system", "HOPERAT", AuditEventOutcome._0);
        event.getAgentFirstRep().setWho(null).getWho().getIdentifier().setValue("=hospital-ehr");
        return event;
    }

    @Test
    void aWomanSeesWhoLookedWhereWhenAndWhy() {
        assertThat(text(get(CareUnderTest.nimali(), "/mother/looked")))
                .contains("Dr R. Selvarajah", "VOG clinic", "doctor", "Emergency", "22 November 2026, 10:00")
                .contains("Somebody who does not work here any more", "Was refused")
                .contains("=hospital-ehr", "computer program")
                .contains("When you looked yourself (1)");
    }

    @Test
    void aPrivacyOfficerFiltersWithoutANumberInTheAddress() {
        assertThat(text(get(CareUnderTest.privacyOfficer(), "/privacy"))).contains("Dr R. Selvarajah", "Patient/1");
        REGISTRY.answers("Practitioner", people("7"));
        var found = post(
                CareUnderTest.privacyOfficer(),
                "/privacy",
                "phn",
                "2047 KTR9MX5",
                "by",
                "7",
                "emergencies",
                "yes",
                "from.day",
                "1",
                "from.month",
                "11",
                "from.year",
                "2026");
        assertThat(text(found)).contains("Emergency");
        var asked = REGISTRY.asked("AuditEvent/_search").get(1);
        assertThat(String.valueOf(asked.query())).doesNotContain("2047");
        assertThat(asked.body())
                .contains("phn=2047KTR9MX5", "purpose=BTG", "agent=Practitioner%2F7")
                .contains("date=ge2026-10-31T18%3A30%3A00Z");
    }

    @Test
    void aPrivacyOfficerIsToldWhatIsNoNumberAndNoDay() {
        var page = post(
                CareUnderTest.privacyOfficer(),
                "/privacy",
                "phn",
                "#",
                "until.day",
                "31",
                "until.month",
                "2",
                "until.year",
                "2026");
        assertThat(text(page)).contains("This cannot be a PHN", "Type a day that there is");
        assertThat(REGISTRY.asked("AuditEvent/_search")).isEmpty();
    }

    @Test
    void aPrivacyOfficerIsToldThatNobodyHoldsTheNumber() {
        REGISTRY.refuses("AuditEvent/_search", 404, "not-found");
        assertThat(text(post(CareUnderTest.privacyOfficer(), "/privacy", "phn", "4054X7K2Q9W")))
                .contains("No mother has this number", "does not fit")
                .doesNotContain("Nothing was found");
    }

    private static Bundle people(String... ids) {
        var people = new Bundle();
        for (var id : ids) {
            var person = new Practitioner();
            person.setId("Practitioner/" + id);
            person.addName().setText("K. Kumari " + id);
            people.addEntry().setResource(person);
        }
        return people;
    }

    private static Bundle opening(TaskStatus status) {
        var task = new Task().setStatus(status).setFor(new Reference("Patient/1"));
        task.setId("Task/8");
        task.setRequester(new Reference("Practitioner/7"));
        task.setAuthoredOn(Date.from(Instant.parse("2026-11-22T04:20:00Z")));
        task.getReasonCode().setText("She came unconscious.").addCoding().setCode("emergency-care");
        task.addOutput()
                .setValue(new CodeType("in-order"))
                .getType()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-task-detail")
                .setCode("decision");
        var tasks = new Bundle();
        tasks.addEntry().setResource(task);
        return tasks;
    }

    @Test
    void aPrivacyOfficerReadsWhyARecordWasOpenedAndWhetherItWasReviewed() {
        REGISTRY.answers("Task", opening(TaskStatus.REQUESTED));
        assertThat(text(get(CareUnderTest.privacyOfficer(), "/privacy")))
                .contains("Opened in an emergency, not reviewed yet", "href=\"/privacy/emergencies/8\"")
                .contains("She came unconscious.", "Emergency care", "Nobody has reviewed it yet")
                .contains("Because of an emergency");
        REGISTRY.answers("Task", opening(TaskStatus.COMPLETED));
        assertThat(text(get(CareUnderTest.privacyOfficer(), "/privacy"))).contains("Reviewed: In order");
    }

    @Test
    void aPrivacyOfficerReadsOfTheMotherAndNotOfHerself() {
        assertThat(text(get(CareUnderTest.privacyOfficer(), "/privacy")))
                .contains("The mother herself", "For her care")
                .doesNotContain("yourself", "For your care", "<b>Patient/1", "<b>Practitioner/99");
        assertThat(REGISTRY.asked("AuditEvent/_search").get(0).body()).contains("about=woman");
        post(CareUnderTest.privacyOfficer(), "/privacy", "others", "yes");
        assertThat(REGISTRY.asked("AuditEvent/_search").get(1).body()).doesNotContain("about");
    }

    @Test
    void aPrivacyOfficerFindsStaffByNumberOrName() {
        REGISTRY.answers("Practitioner", people("demo-anoma-wijesinghe"));
        for (var typed : List.of("demo-anoma-wijesinghe", "Practitioner/demo-anoma-wijesinghe", "Anoma")) {
            post(CareUnderTest.privacyOfficer(), "/privacy", "by", typed);
            var asked = REGISTRY.asked("AuditEvent/_search");
            assertThat(asked.get(asked.size() - 1).body())
                    .as(typed)
                    .contains("agent=Practitioner%2Fdemo-anoma-wijesinghe");
        }
        REGISTRY.answers("Practitioner", new Bundle());
        post(CareUnderTest.privacyOfficer(), "/privacy", "by", "hospital-ehr");
        assertThat(REGISTRY.asked("AuditEvent/_search").get(3).body()).contains("agent=hospital-ehr");
    }

    @Test
    void aPrivacyOfficerChoosesAmongStaffOfOneName() {
        REGISTRY.answers("Practitioner", people("7", "9"));
        assertThat(text(post(CareUnderTest.privacyOfficer(), "/privacy", "by", "K.")))
                .contains("person-error", "Several people have this name", "K. Kumari 9", "value=\"Practitioner/9\"");
        assertThat(REGISTRY.asked("AuditEvent/_search")).isEmpty();
        post(CareUnderTest.privacyOfficer(), "/privacy", "by", "K.", "person", "Practitioner/9");
        assertThat(REGISTRY.asked("AuditEvent/_search").get(0).body()).contains("agent=Practitioner%2F9");
    }

    @Test
    void aTableAskedForWithAWrongDayIsAPageThatSaysSo() {
        var page = post(
                CareUnderTest.privacyOfficer(),
                "/privacy/table",
                "until.day",
                "31",
                "until.month",
                "2",
                "until.year",
                "2026");
        assertThat(page).hasStatus(422);
        assertThat(text(page)).contains("Type a day that there is", "until-error");
    }

    @Test
    void theTableHoldsNothingThatASpreadsheetWouldRun() {
        var table = post(CareUnderTest.privacyOfficer(), "/privacy/table");
        assertThat(table).hasContentTypeCompatibleWith("text/csv");
        assertThat(text(table))
                .startsWith("recorded,by,name,role,place,act,purpose,emergency,refused,patient,request\r\n")
                .contains("2026-11-22T04:30:00Z,Practitioner/7,Dr R. Selvarajah,doctor,VOG clinic,read,BTG,true,false")
                .contains(",'=hospital-ehr,");
    }

    private MvcTestResult get(SignedInPerson person, String path) {
        return pages.get()
                .uri(path)
                .param("lang", "en")
                .with(authentication(signedIn(person)))
                .exchange();
    }

    private MvcTestResult post(SignedInPerson person, String path, String... fields) {
        var request = pages.post().uri(path).with(csrf()).with(authentication(signedIn(person)));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestingAuthenticationToken signedIn(SignedInPerson person) {
        return new TestingAuthenticationToken(person, null, List.of());
    }
}
