package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Between visits Nimali is given a day, or hers is moved or called off. It is 22 November, she is expected on the 26th. */
class AppointmentPagesTest extends CarePagesTests {

    private static final String ARRANGE = "Patient/1/$arrange-appointment";
    private static final String PAGE = "/doctor/mothers/1/appointment";
    private static final String HER_PAGE = "/doctor/mothers/1/summary";
    private static final String WHY = "The clinic is closed on that day.";

    @BeforeEach
    void arrange() {
        REGISTRY.answers(ARRANGE, new Parameters());
    }

    @Test
    void isOfferedWhereHerNextAppointmentStands() throws Exception {
        assertThat(read(HER_PAGE)).contains("href=\"" + PAGE + "\"", "Move or call off her appointment");
        booked().setStatus(AppointmentStatus.CANCELLED);
        assertThat(read(HER_PAGE)).contains("href=\"" + PAGE + "\"", "Give her an appointment");
        var nurse = new SignedInPerson("Practitioner/9", Role.CLINIC_NURSE, "Organization/9", null, Set.of(), "");
        assertThat(read(HER_PAGE, nurse, "en")).doesNotContain(PAGE);
    }

    @Test
    void letsTheDayBeTextedFromHerPageAndHerSchedule() throws Exception {
        for (var page : new String[] {HER_PAGE, "/doctor/mothers/1/schedule"}) {
            assertThat(read(page))
                    .containsOnlyOnce("href=\"sms:+94715554521?body=")
                    .contains("26%20", "2026%2C%2009%3A00", "Send this day by text message");
        }
        booked().setStatus(AppointmentStatus.CANCELLED);
        assertThat(read(HER_PAGE)).doesNotContain("sms:");
    }

    @Test
    void showsWhatSheHasAndTheDaysOfThatClinic() throws Exception {
        assertThat(read(PAGE))
                .contains("26 November 2026, 09:00", "name=\"of\" value=\"30\"", "name=\"basedOn\" value=\"1\"")
                .contains("2026-11-30T08:30", "8 places left", "full, all 20 places are taken", PAGE + "?of=new")
                .doesNotContain("checked", "She also has", "name=\"despite\"");
    }

    @Test
    void listsTheDaysToBeChosenAndSaysWhoseTheyAre() throws Exception {
        assertThat(read(PAGE))
                .contains("type=\"radio\" name=\"nextClinic\" id=\"nextClinic\" value=\"2026-11-30T08:30\"")
                .contains("Another day, typed below", "2047 KTR9MX 5", "appointments/30.ics")
                .doesNotContain("<select");
    }

    @Test
    void givesTheSameFileForACalendarAsSheGets() throws Exception {
        var answer = pages.get()
                .uri("/doctor/mothers/1/appointments/30.ics")
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange()
                .getResponse();
        assertThat(answer.getContentType()).startsWith("text/calendar");
        assertThat(answer.getContentAsString()).contains("BEGIN:VEVENT").doesNotContain("Nimali", "KTR9");
    }

    @Test
    void movesIt() {
        var sent = change("action", "move", "nextClinic", "2026-11-30T08:30", "reason", " Come a little later. ");
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo(HER_PAGE);
        assertThat(sent.getMvcResult().getFlashMap().get("arranged")).isEqualTo("moved");
        var asked = REGISTRY.lastAsked(ARRANGE);
        assertThat(text(asked, "request-id")).isEqualTo("r1");
        assertThat(reference(asked, "appointment")).isEqualTo("Appointment/30");
        assertThat(text(asked, "based-on")).isEqualTo("1");
        assertThat(text(asked, "start")).startsWith("2026-11-30T0");
        assertThat(reference(asked, "place")).isEqualTo("Organization/9");
        assertThat(text(asked, "reason")).isEqualTo("Come a little later.");
        assertThat(asked.hasParameter("despite")).isFalse();
    }

    @Test
    void callsItOffForAReason() throws Exception {
        assertThat(body(change("action", "call-off", "reason", " ")))
                .contains("id=\"reason-error\"", "why it is called off");
        assertThat(REGISTRY.asked(ARRANGE)).isEmpty();
        var sent = change("action", "call-off", "reason", WHY, "nextClinic", "2026-11-30T08:30");
        assertThat(sent.getMvcResult().getFlashMap().get("arranged")).isEqualTo("called-off");
        var asked = REGISTRY.lastAsked(ARRANGE);
        assertThat(text(asked, "reason")).isEqualTo(WHY);
        assertThat(asked.hasParameter("start")).isFalse();
    }

    @Test
    void givesHerADayWhereSheHasNoneAndOneMoreWhereSheHas() throws Exception {
        assertThat(read(PAGE + "?of=new"))
                .contains("Give her an appointment", "Place: VOG clinic", "She also has", PAGE + "?of=30")
                .doesNotContain("name=\"action\"", "name=\"reason\"");
        booked().setStatus(AppointmentStatus.CANCELLED);
        assertThat(read(PAGE)).contains("name=\"of\" value=\"new\"").doesNotContain("She also has");
        var sent = send(PAGE, "requestId", "r1", "of", "new", "nextClinic", "2026-11-30T08:30");
        assertThat(sent.getMvcResult().getFlashMap().get("arranged")).isEqualTo("given");
        var asked = REGISTRY.lastAsked(ARRANGE);
        assertThat(asked.hasParameter("appointment")).isFalse();
        assertThat(asked.hasParameter("reason")).isFalse();
        assertThat(reference(asked, "place")).isEqualTo("Organization/9");
    }

    @Test
    void asksWhatBecomesOfItAndForADay() throws Exception {
        assertThat(body(change("reason", WHY))).contains("id=\"action-error\"", WHY);
        assertThat(body(change("action", "move"))).contains("id=\"nextDate-error\"", "Choose a clinic day");
        assertThat(body(change("action", "move", "nextDate.day", "1", "nextDate.month", "1", "nextDate.year", "2026")))
                .contains("id=\"nextDate-error\"", "a day after today");
        assertThat(REGISTRY.asked(ARRANGE)).isEmpty();
    }

    @Test
    void saysThatTheClinicIsFullAndLetsWhoeverHasReadThatGiveTheDayAllTheSame() throws Exception {
        REGISTRY.refuses(ARRANGE, 409, "clinic-full", "start");
        assertThat(body(change("action", "move", "nextClinic", "2026-12-03T08:30", "reason", WHY)))
                .contains("id=\"nextClinic-error\"", "All places of that clinic are taken", WHY)
                .contains("value=\"clinic-full\"", "One more woman can come on that day")
                .doesNotContain("value=\"clinic-full\" checked", "She comes to both on that day");
        REGISTRY.refuses(ARRANGE, 409, "appointment-same-day", "start");
        assertThat(body(change("action", "move", "nextClinic", "2026-12-03T08:30", "despite", "clinic-full")))
                .contains("She has another appointment on that day", "She comes to both on that day")
                .contains("value=\"clinic-full\" checked");
        assertThat(text(REGISTRY.lastAsked(ARRANGE), "despite")).isEqualTo("clinic-full");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyWasFaster() throws Exception {
        REGISTRY.refuses(ARRANGE, 409, "version-conflict");
        booked().getMeta().setVersionId("2");
        assertThat(body(change("action", "call-off", "reason", WHY)))
                .contains("Somebody changed this appointment", WHY, "name=\"basedOn\" value=\"2\"");
    }

    @Test
    void saysWhatToDoAboutOneThatWasCalledOffOrHasPassed() throws Exception {
        booked().setStatus(AppointmentStatus.CANCELLED);
        REGISTRY.refuses(ARRANGE, 409, "already-decided", "appointment");
        assertThat(body(change("action", "move", "nextClinic", "2026-11-30T08:30")))
                .contains("has passed or was called off", "give her a new one here", "name=\"of\" value=\"new\"")
                .contains("value=\"2026-11-30T08:30\" checked");
        assertThat(read(PAGE + "?of=30")).contains("has passed or was called off");
        booked().setStatus(AppointmentStatus.BOOKED).setStart(Date.from(CareUnderTest.NOW.minusSeconds(2 * 86_400)));
        assertThat(read(PAGE + "?of=30")).contains("has passed or was called off", "name=\"of\" value=\"new\"");
    }

    @Test
    void saysAtTheDayWhyItCannotBe() throws Exception {
        REGISTRY.refuses(ARRANGE, 400, "parameter-invalid", "start");
        assertThat(body(change("action", "move", "nextClinic", "2026-11-30T08:30")))
                .contains("id=\"nextClinic-error\"", "the clinic is not held then");
        REGISTRY.refuses(ARRANGE, 409, "pregnancy-ended");
        assertThat(body(change("action", "move", "nextClinic", "2026-11-30T08:30")))
                .contains("Her pregnancy has ended");
        REGISTRY.refuses(ARRANGE, 403, "forbidden");
        assertThat(body(change("action", "move", "nextClinic", "2026-11-30T08:30")))
                .contains("in whose care she is");
    }

    @Test
    void saysThatSheAskedForAnotherDayAndLeadsToThePageThatAnswersIt() throws Exception {
        assertThat(read(PAGE)).doesNotContain("/questions/80");
        REGISTRY.answers("Task", asking());
        assertThat(read(PAGE))
                .contains("She asks for another day", "My son has an examination.")
                .contains("href=\"/doctor/mothers/1/questions/80\"");
    }

    @Test
    void tellsOnHerPageWhatWasDone() throws Exception {
        for (var done : Map.of("given", "She has the appointment", "called-off", "She reads why")
                .entrySet()) {
            var shown = pages.get()
                    .uri(HER_PAGE)
                    .flashAttr("arranged", done.getKey())
                    .with(authentication(signedIn(CareUnderTest.selvarajah())))
                    .exchange();
            assertThat(body(shown)).contains(done.getValue());
        }
    }

    @Test
    void sheReadsWhyItWasCalledOff() throws Exception {
        booked().setStatus(AppointmentStatus.CANCELLED).setCancelationReason(new CodeableConcept().setText(WHY));
        assertThat(read("/mother/appointments", CareUnderTest.nimali(), "en")).containsOnlyOnce(WHY);
        var told = asking();
        var task = (Task) told.getEntryFirstRep().getResource();
        task.setStatus(TaskStatus.CANCELLED).addNote().setText(WHY).setAuthor(new Reference("Practitioner/7"));
        REGISTRY.answers("Task", told);
        assertThat(read("/mother/appointments", CareUnderTest.nimali(), "en"))
                .as("once, where it is the answer to what she asked")
                .containsOnlyOnce(WHY);
    }

    @Test
    void sheIsNotToldThatADayStaysWhichWasCalledOffLater() throws Exception {
        var told = asking();
        ((Task) told.getEntryFirstRep().getResource())
                .setStatus(TaskStatus.COMPLETED)
                .addNote()
                .setText("The doctor is there on that day alone.")
                .setAuthor(new Reference("Practitioner/7"));
        REGISTRY.answers("Task", told);
        assertThat(read("/mother/appointments", CareUnderTest.nimali(), "en")).contains("The day stays as it is");
        booked().setStatus(AppointmentStatus.CANCELLED).setCancelationReason(new CodeableConcept().setText(WHY));
        assertThat(read("/mother/appointments", CareUnderTest.nimali(), "en"))
                .contains(WHY, "Cancelled")
                .doesNotContain("The day stays as it is", "on that day alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    void speaksEveryLanguage(String language) throws Exception {
        for (var path : new String[] {PAGE, PAGE + "?of=new", PAGE + "?of=99"}) {
            assertThat(read(path, CareUnderTest.selvarajah(), language))
                    .as(path)
                    .doesNotContain("??");
        }
    }

    private MvcTestResult change(String... more) {
        return send(PAGE, fields(Map.of("requestId", "r1", "of", "30", "basedOn", "1", "nextTime", "09:00"), more));
    }

    private static String body(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }

    private static String reference(Parameters asked, String name) {
        return ((Reference) asked.getParameter(name).getValue()).getReference();
    }

    /** Her appointment in a record that the registry answers with from now on. */
    private static Appointment booked() {
        var record = CareUnderTest.record();
        REGISTRY.answers(SUMMARY, record);
        return record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Appointment.class::isInstance)
                .map(Appointment.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Bundle asking() {
        var task = new Task()
                .setStatus(TaskStatus.REQUESTED)
                .setFor(new Reference("Patient/1"))
                .setFocus(new Reference("Appointment/30"))
                .setAuthoredOn(Date.from(CareUnderTest.NOW.minusSeconds(2 * 86_400)))
                .setLastModified(Date.from(CareUnderTest.NOW.minusSeconds(86_400)));
        task.getCode()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-task")
                .setCode("another-day");
        task.addNote().setText("My son has an examination.").setAuthor(new Reference("Patient/1"));
        task.setId("Task/80");
        var found = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        found.addEntry().setResource(task);
        return found;
    }
}
