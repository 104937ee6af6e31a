package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a mother asks on her pages, from her side and from that of whoever answers. */
class QuestionPagesTest extends CarePagesTests {

    private static final String ASK = "Patient/1/$ask-clinic";
    private static final String ANSWER = "Task/80/$answer-mother";
    private static final String APPOINTMENT = "/mother/appointments/30/another-day";
    private static final String LOOK = "/mother/looked/e1/unknown";
    private static final String QUESTION = "/doctor/mothers/1/questions/80";
    private static final String COMPLAINT = "/privacy/complaints/80";

    @BeforeEach
    void questions() {
        var doctor = new Practitioner();
        doctor.addName().setText("Dr R. Selvarajah");
        doctor.setId("Practitioner/7");
        REGISTRY.answers(ASK, new Parameters())
                .answers(ANSWER, new Parameters())
                .answers("AuditEvent", bundle(look("e1", "Practitioner/7"), look("e2", "Patient/1"), doctor))
                .answers("AuditEvent/e1", look("e1", "Practitioner/7"))
                .answers("AuditEvent/e2", look("e2", "Patient/1"))
                .answers("Practitioner/7", doctor);
    }

    @Test
    void sheAsksForAnotherDay() throws Exception {
        assertThat(hers("/mother/appointments")).contains("href=\"" + APPOINTMENT + "\"");
        assertThat(hers(APPOINTMENT)).contains("26 November 2026, 09:00", "name=\"requestId\"", "/danger-signs");
        var sent =
                sends(CareUnderTest.nimali(), APPOINTMENT, "requestId", "r1", "text", " My son has an examination. ");
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo("/mother/appointments");
        assertThat(sent.getMvcResult().getFlashMap().get("sent")).isEqualTo("done");
        var asked = REGISTRY.lastAsked(ASK);
        assertThat(text(asked, "request-id")).isEqualTo("r1");
        assertThat(text(asked, "kind")).isEqualTo("another-day");
        assertThat(text(asked, "text")).isEqualTo("My son has an examination.");
        assertThat(((Reference) asked.getParameter("about").getValue()).getReference())
                .isEqualTo("Appointment/30");
    }

    @Test
    void sheReadsThatNobodyHasAnsweredYetAndThenTheAnswer() throws Exception {
        REGISTRY.answers("Task", bundle(question(TaskStatus.REQUESTED)));
        assertThat(hers("/mother/appointments"))
                .contains("You asked for another day on 20 November 2026", "not answered yet", "My son")
                .doesNotContain(APPOINTMENT);
        var answered = question(TaskStatus.COMPLETED);
        answered.addNote().setText("Come a week later.").setAuthor(new Reference("Practitioner/7"));
        REGISTRY.answers("Task", bundle(answered));
        assertThat(hers("/mother/appointments"))
                .contains("Your clinic answered on 21 November 2026", "Come a week later.", APPOINTMENT);
        answered.addOutput().setValue(new Reference("Appointment/31"));
        REGISTRY.answers("Task", bundle(answered));
        assertThat(hers("/mother/appointments")).contains("your clinic gave you another day");
    }

    @Test
    void sheIsToldWhatIsTooLongAndWhatSheAskedBefore() throws Exception {
        var tooLong = sends(CareUnderTest.nimali(), APPOINTMENT, "requestId", "r1", "text", "x".repeat(501));
        assertThat(tooLong.getResponse().getContentAsString()).contains("text-error", "at most 500 letters");
        assertThat(REGISTRY.asked(ASK)).isEmpty();
        REGISTRY.refuses(ASK, 409, "already-asked");
        assertThat(sends(CareUnderTest.nimali(), APPOINTMENT, "requestId", "r1")
                        .getMvcResult()
                        .getFlashMap()
                        .get("sent"))
                .isEqualTo("before");
        REGISTRY.refuses(ASK, 404, "not-found");
        assertThat(sends(CareUnderTest.nimali(), APPOINTMENT, "requestId", "r1")
                        .getMvcResult()
                        .getFlashMap()
                        .get("sent"))
                .isEqualTo("gone");
    }

    @Test
    void sheAsksAboutNoAppointmentButHerOwn() {
        assertThat(asks(CareUnderTest.nimali(), "/mother/appointments/31/another-day"))
                .hasStatus(404);
        assertThat(sends(CareUnderTest.nimali(), "/mother/appointments/31/another-day", "text", "x".repeat(501)))
                .hasStatus(404);
    }

    @Test
    void sheSaysThatSheDoesNotKnowSomebody() throws Exception {
        assertThat(hers("/mother/looked"))
                .contains("href=\"" + LOOK + "\"", "I do not know this person")
                .as("her own looks")
                .doesNotContain("/mother/looked/e2/unknown");
        assertThat(hers(LOOK)).contains("Dr R. Selvarajah", "22 November 2026, 10:00", "doctor", "privacy officer");
        assertThat(sends(CareUnderTest.nimali(), LOOK, "requestId", "r1")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/mother/looked");
        var asked = REGISTRY.lastAsked(ASK);
        assertThat(text(asked, "kind")).isEqualTo("who-looked");
        assertThat(asked.getParameter("text")).isNull();
        assertThat(((Reference) asked.getParameter("about").getValue()).getReference())
                .isEqualTo("AuditEvent/e1");
        assertThat(asks(CareUnderTest.nimali(), "/mother/looked/e2/unknown"))
                .as("her own look")
                .hasStatus(404);
        assertThat(asks(CareUnderTest.nimali(), "/mother/looked/e9/unknown"))
                .as("no such look")
                .hasStatus(404);
    }

    @Test
    void sheReadsWhatBecameOfHerQuestionAmongTheLooks() throws Exception {
        REGISTRY.answers("Task", bundle(complaint(TaskStatus.REQUESTED)));
        assertThat(hers("/mother/looked"))
                .contains("You asked who this is.", "has not answered yet")
                .doesNotContain("href=\"" + LOOK);
        var answered = complaint(TaskStatus.COMPLETED);
        answered.addNote().setText("She is your midwife.").setAuthor(new Reference("Practitioner/8"));
        REGISTRY.answers("Task", bundle(answered));
        assertThat(hers("/mother/looked")).contains("answered on 21 November 2026", "She is your midwife.");
    }

    @Test
    void whoLooksAfterHerReadsItOnHerPage() throws Exception {
        REGISTRY.answers("Task", bundle(question(TaskStatus.REQUESTED)));
        assertThat(read("/doctor/mothers/1/summary"))
                .contains("She asks for another day", "My son has an examination.", QUESTION);
        assertThat(REGISTRY.asked("Task").get(0).query()).contains("another-day", "requested");
        REGISTRY.answers("Task", bundle(complaint(TaskStatus.REQUESTED)));
    }

    @Test
    void aClinicFindsThoseWhoAskAndAnswersEach() throws Exception {
        assertThat(read("/doctor")).doesNotContain("/doctor/questions");
        sentToTheClinic();
        REGISTRY.answers("Task", asking(1));
        assertThat(read("/doctor")).contains("href=\"/doctor/questions\"", "They ask for another day (1)");
        assertThat(read("/doctor/questions"))
                .contains("href=\"/doctor/mothers/1/questions/1\"", "Nimali", "26 November 2026, 09:00")
                .contains("She asked on 20 November 2026", "My son has an examination.")
                .doesNotContain("rel=\"next\"");
        assertThat(REGISTRY.asked("Task").get(REGISTRY.asked("Task").size() - 1).query())
                .contains("another-day", "requested", "patient=1", "_include=Task:patient", "_include=Task:focus");
        var nurse = new SignedInPerson("Practitioner/9", Role.CLINIC_NURSE, "Organization/9", null, Set.of(), "");
        assertThat(read("/doctor/questions", nurse, "en"))
                .as("she does not answer")
                .contains("href=\"/doctor/mothers/1/summary\"")
                .doesNotContain("/doctor/mothers/1/questions");
    }

    @Test
    void thoseWhoAskAreListedByPages() throws Exception {
        sentToTheClinic();
        REGISTRY.answers("Task", asking(21));
        assertThat(read("/doctor/questions"))
                .contains("/questions/20\"", "rel=\"next\"", "page=2")
                .doesNotContain("/questions/21\"", "rel=\"prev\"", "Only the 100");
        assertThat(read("/doctor/questions?page=2"))
                .contains("/questions/21\"", "rel=\"prev\"", "page=1")
                .doesNotContain("/questions/20\"", "rel=\"next\"");
        assertThat(read("/doctor/questions?page=9")).contains("/questions/21\"");
        REGISTRY.answers("Task", asking(100));
        assertThat(read("/doctor")).contains("They ask for another day (100+)");
        assertThat(read("/doctor/questions")).contains("Only the 100");
        REGISTRY.answers("Task", new Bundle());
        assertThat(read("/doctor/questions")).contains("Nobody waits for an answer.");
    }

    @Test
    void whoIsExpectedSoonestComesFirst() throws Exception {
        sentToTheClinic();
        var found = asking(2);
        var sooner = new Appointment().setStart(Date.from(Instant.parse("2026-11-23T03:30:00Z")));
        sooner.setId("Appointment/31");
        found.addEntry().setResource(sooner);
        found.addEntry()
                .setResource(question(TaskStatus.REQUESTED)
                        .setFocus(new Reference("Appointment/31"))
                        .setId("Task/3"));
        REGISTRY.answers("Task", found);
        assertThat(read("/doctor/questions"))
                .containsSubsequence("23 November 2026, 09:00", "/questions/1\"", "/questions/2\"");
    }

    /** She was sent to the clinic and is in its care. */
    private static void sentToTheClinic() {
        var referral = new ServiceRequest().setSubject(new Reference("Patient/1"));
        referral.setId("ServiceRequest/5");
        REGISTRY.answers("ServiceRequest", bundle(referral));
    }

    /** The registry's page of so many who ask, with her and with the appointment. */
    private static Bundle asking(int many) {
        var her = new Patient();
        her.addName().setText("Nimali Perera");
        her.setId("Patient/1");
        var booked = new Appointment().setStart(Date.from(Instant.parse("2026-11-26T03:30:00Z")));
        booked.setId("Appointment/30");
        var found = bundle(her, booked);
        for (var i = 1; i <= many; i++) {
            found.addEntry().setResource(question(TaskStatus.REQUESTED).setId("Task/" + i));
        }
        return found;
    }

    @Test
    void whoLooksAfterHerGivesHerAnotherDay() throws Exception {
        REGISTRY.answers("Task/80", question(TaskStatus.REQUESTED));
        assertThat(read(QUESTION))
                .contains("26 November 2026, 09:00", "My son", "2026-12-03T08:30")
                .doesNotContain("checked");
        var sent = send(QUESTION, "requestId", "r1", "action", "another-day", "nextClinic", "2026-12-03T08:30");
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo("/doctor/mothers/1/summary");
        assertThat(sent.getMvcResult().getFlashMap().get("questionAnswered")).isEqualTo("moved");
        var next = REGISTRY.lastAsked(ANSWER).getParameter("next-appointment");
        assertThat(next.getPartFirstRep().getValue().primitiveValue()).startsWith("2026-12-03T");
        send(
                QUESTION,
                "requestId",
                "r2",
                "action",
                "stays",
                "nextClinic",
                "2026-12-03T08:30",
                "text",
                "There is no other day.");
        assertThat(REGISTRY.lastAsked(ANSWER).getParameter("next-appointment")).isNull();
        assertThat(text(REGISTRY.lastAsked(ANSWER), "text")).isEqualTo("There is no other day.");
    }

    @Test
    void whoLooksAfterHerIsToldWhatIsMissing() throws Exception {
        REGISTRY.answers("Task/80", question(TaskStatus.REQUESTED));
        assertThat(body(send(QUESTION, "requestId", "r1"))).contains("action-error");
        assertThat(body(send(QUESTION, "requestId", "r1", "action", "another-day")))
                .contains("nextDate-error", "Choose a clinic day");
        assertThat(body(send(
                        QUESTION,
                        "requestId",
                        "r1",
                        "action",
                        "another-day",
                        "nextDate.day",
                        "1",
                        "nextDate.month",
                        "11",
                        "nextDate.year",
                        "2026",
                        "nextTime",
                        "09:00")))
                .contains("nextDate-error");
        assertThat(REGISTRY.asked(ANSWER)).isEmpty();
        REGISTRY.refuses(ANSWER, 409, "already-decided");
        assertThat(send(QUESTION, "requestId", "r1", "action", "stays")
                        .getMvcResult()
                        .getFlashMap()
                        .get("questionAnswered"))
                .isEqualTo("before");
        REGISTRY.answers("Task/80", complaint(TaskStatus.REQUESTED));
        assertThat(asks(CareUnderTest.selvarajah(), QUESTION)).hasStatus(404);
    }

    @Test
    void aPrivacyOfficerReadsWhoItWasAndAnswers() throws Exception {
        REGISTRY.answers("Task", bundle(complaint(TaskStatus.REQUESTED)))
                .answers("Task/80", complaint(TaskStatus.REQUESTED));
        assertThat(officers("/privacy/complaints")).contains(COMPLAINT, "20 November 2026", "Patient/1", "My son");
        assertThat(REGISTRY.asked("Task").get(0).query()).contains("who-looked").doesNotContain("_include");
        assertThat(officers(COMPLAINT)).contains("Dr R. Selvarajah", "Practitioner/7", "Patient/1");
        assertThat(body(sends(CareUnderTest.privacyOfficer(), COMPLAINT, "requestId", "r1", "text", " ")))
                .contains("text-error");
        assertThat(sends(CareUnderTest.privacyOfficer(), COMPLAINT, "requestId", "r1", "text", "Your doctor.")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/privacy/complaints");
        assertThat(text(REGISTRY.lastAsked(ANSWER), "text")).isEqualTo("Your doctor.");
        REGISTRY.answers("Task/80", complaint(TaskStatus.COMPLETED));
        assertThat(asks(CareUnderTest.privacyOfficer(), COMPLAINT)
                        .getMvcResult()
                        .getFlashMap()
                        .get("answered"))
                .isEqualTo("before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    void speaksEveryLanguage(String language) throws Exception {
        REGISTRY.answers("Task", bundle(question(TaskStatus.REQUESTED), complaint(TaskStatus.REQUESTED)))
                .answers("Task/80", question(TaskStatus.REQUESTED));
        for (var path : List.of("/mother/appointments", APPOINTMENT, "/mother/looked", LOOK)) {
            assertThat(read(path, CareUnderTest.nimali(), language)).as(path).doesNotContain("??");
        }
        sentToTheClinic();
        for (var path : List.of("/doctor", "/doctor/questions", "/doctor/mothers/1/summary", QUESTION)) {
            assertThat(read(path, CareUnderTest.selvarajah(), language))
                    .as(path)
                    .doesNotContain("??");
        }
        REGISTRY.answers("Task/80", complaint(TaskStatus.REQUESTED));
        for (var path : List.of("/privacy/complaints", COMPLAINT)) {
            assertThat(read(path, CareUnderTest.privacyOfficer(), language))
                    .as(path)
                    .doesNotContain("??");
        }
    }

    private String hers(String path) throws Exception {
        return read(path, CareUnderTest.nimali(), "en");
    }

    private String officers(String path) throws Exception {
        return read(path, CareUnderTest.privacyOfficer(), "en");
    }

    private MvcTestResult asks(SignedInPerson person, String path) {
        return pages.get().uri(path).with(authentication(signedIn(person))).exchange();
    }

    private MvcTestResult sends(SignedInPerson person, String path, String... fields) {
        var request = pages.post().uri(path).param("lang", "en").with(csrf()).with(authentication(signedIn(person)));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String body(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }

    private static Task question(TaskStatus status) {
        return task("another-day", status).setFocus(new Reference("Appointment/30"));
    }

    private static Task complaint(TaskStatus status) {
        var focus = new Reference();
        focus.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:e1");
        return task("who-looked", status).setFocus(focus);
    }

    private static Task task(String kind, TaskStatus status) {
        var task = new Task()
                .setStatus(status)
                .setFor(new Reference("Patient/1"))
                .setAuthoredOn(Date.from(CareUnderTest.NOW.minusSeconds(2 * 86_400)))
                .setLastModified(Date.from(CareUnderTest.NOW.minusSeconds(86_400)));
        task.getCode()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-task")
                .setCode(kind);
        task.addNote().setText("My son has an examination.").setAuthor(new Reference("Patient/1"));
        task.setId("Task/80");
        return task;
    }

    private static AuditEvent look(String id, String who) {
        var event = new AuditEvent()
                .setRecorded(Date.from(CareUnderTest.NOW.minusSeconds(1800)))
                .setOutcome(AuditEventOutcome._0)
                .addSubtype(new Coding("http://hl7.org/fhir/restful-interaction", "read", null));
        var person = event.addAgent().setRequestor(true).setWho(new Reference(who));
        person.addRole().addCoding().setCode("doctor");
        event.addEntity().setRole(new Coding(null, "1", null)).setWhat(new Reference("Patient/1"));
        event.setId("AuditEvent/" + id);
        return event;
    }

    private static Bundle bundle(Resource... resources) {
        var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        for (var resource : resources) {
            bundle.addEntry().setResource(resource);
        }
        return bundle;
    }
}
