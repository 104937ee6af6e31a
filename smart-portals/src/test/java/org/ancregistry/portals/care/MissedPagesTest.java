package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nimali was expected six days ago and was not seen then. It is 22 November 2026. */
class MissedPagesTest extends CarePagesTests {

    private static final String ARRANGE = "Patient/1/$arrange-appointment";
    private static final String PAGE = "/doctor/mothers/1/missed";
    private static final String HER_PAGE = "/doctor/mothers/1/summary";
    private static final String SCHEDULE = "/doctor/mothers/1/schedule";
    private static final String NOTE = "The bus did not run after the flood.";
    private static final String EXTENSION = "https://ancregistry.org/fhir/StructureDefinition/anc-missed-contact";
    private static final String REASONS = "https://ancregistry.org/fhir/CodeSystem/anc-missed-reason";

    private final Bundle record = CareUnderTest.record();

    @BeforeEach
    void miss() {
        booked().setStart(Date.from(CareUnderTest.NOW.minusSeconds(6 * 86_400)));
        REGISTRY.answers(ARRANGE, new Parameters()).answers(SUMMARY, record);
    }

    @Test
    void isOfferedOnHerPageAndInHerScheduleForADayThatPassedWithoutHer() throws Exception {
        assertThat(read(HER_PAGE)).contains("href=\"" + PAGE + "\"", "She did not come (16 November 2026)");
        assertThat(read(SCHEDULE)).contains("Past appointments", "not written down", PAGE + "?of=30");
        var nurse = new SignedInPerson("Practitioner/9", Role.CLINIC_NURSE, "Organization/9", null, Set.of(), "");
        assertThat(read(HER_PAGE, nurse, "en")).doesNotContain(PAGE);
        assertThat(read(SCHEDULE, nurse, "en")).doesNotContain(PAGE);
        booked().setStart(Date.from(CareUnderTest.NOW.plusSeconds(3_600)));
        assertThat(read(HER_PAGE)).as("she can still come").doesNotContain(PAGE);
        booked().setStart(Date.from(visited()));
        assertThat(read(HER_PAGE)).as("she came").doesNotContain(PAGE);
        assertThat(get(PAGE).getResponse().getRedirectedUrl()).isEqualTo(SCHEDULE);
    }

    @Test
    void asksWhyWithNothingChosenAndShowsTheDaysOfThatClinic() throws Exception {
        assertThat(read(PAGE))
                .contains("16 November 2026", "name=\"of\" value=\"30\"", "name=\"basedOn\" value=\"1\"")
                .contains("No transport, or no money for it", "2026-11-30T08:30", "She does not read it")
                .doesNotContain("checked", "name=\"despite\"");
    }

    @Test
    void writesWhyAndGivesHerAnotherDayWithOnePress() {
        var sent = miss("reason", "transport", "note", " " + NOTE + " ", "nextClinic", "2026-11-30T08:30");
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo(SCHEDULE);
        assertThat(sent.getMvcResult().getFlashMap().get("missed")).isEqualTo("given");
        var asked = REGISTRY.lastAsked(ARRANGE);
        assertThat(text(asked, "request-id")).isEqualTo("r1");
        assertThat(((Reference) asked.getParameter("appointment").getValue()).getReference())
                .isEqualTo("Appointment/30");
        assertThat(text(asked, "based-on")).isEqualTo("1");
        assertThat(text(asked, "missed")).isEqualTo("transport");
        assertThat(text(asked, "note")).isEqualTo(NOTE);
        assertThat(text(asked, "start")).startsWith("2026-11-30T0");
        assertThat(asked.hasParameter("reason")).as("for her to read").isFalse();
        var alone = miss("reason", "ill");
        assertThat(alone.getMvcResult().getFlashMap().get("missed")).isEqualTo("written");
        assertThat(REGISTRY.lastAsked(ARRANGE).hasParameter("start")).isFalse();
    }

    @Test
    void asksForAReasonAndForWordsAboutAnotherOne() throws Exception {
        assertThat(body(miss("note", NOTE))).contains("id=\"reason-error\"", "Choose why", NOTE);
        assertThat(body(miss("reason", "other", "note", " "))).contains("id=\"note-error\"", "in a sentence why");
        assertThat(body(miss("reason", "ill", "nextDate.day", "1", "nextDate.month", "1", "nextDate.year", "2026")))
                .contains("id=\"nextDate-error\"", "a day after today");
        assertThat(REGISTRY.asked(ARRANGE)).isEmpty();
    }

    @Test
    void aPlannedContactWhoseDaysAreOverIsMissedInHerSchedule() throws Exception {
        plan();
        assertThat(read(SCHEDULE)).contains(PAGE + "?contact=2026-11-02");
        assertThat(read(PAGE + "?contact=2026-11-02"))
                .contains("Planned contact:", "2 November 2026", "8 November 2026")
                .contains("name=\"contact\" value=\"2026-11-02\"", "name=\"basedOn\" value=\"3\"");
        var sent = send(
                PAGE,
                "requestId",
                "r1",
                "contact",
                "2026-11-02",
                "basedOn",
                "3",
                "reason",
                "away",
                "nextTime",
                "09:00");
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo(SCHEDULE);
        var asked = REGISTRY.lastAsked(ARRANGE);
        assertThat(((Reference) asked.getParameter("schedule").getValue()).getReference())
                .isEqualTo("CarePlan/50");
        assertThat(text(asked, "contact")).isEqualTo("2026-11-02");
        assertThat(text(asked, "based-on")).isEqualTo("3");
        assertThat(text(asked, "missed")).isEqualTo("away");
        assertThat(asked.hasParameter("appointment")).isFalse();
    }

    @Test
    void showsStaffWhyAndWhoWroteIt() throws Exception {
        var written = new Extension(EXTENSION);
        written.addExtension(
                "from", contact(plan()).getDetail().getScheduledPeriod().copy());
        written.addExtension("reason", why("ill"));
        written.addExtension("by", new Reference("Practitioner/9").setDisplay("K. Kumari"));
        written.addExtension("at", new DateTimeType("2026-11-20T10:00:00+05:30"));
        contact(plan()).getDetail().addExtension(written);
        missed();
        assertThat(read(SCHEDULE))
                .contains("Missed:", "No transport, or no money for it", NOTE, "She was ill", "K. Kumari")
                .contains("20 November 2026")
                .doesNotContain("/missed?");
        assertThat(get(PAGE).getMvcResult().getFlashMap().get("missed")).isEqualTo("nothing");
        contact(plan()).getDetail().getScheduledPeriod().setEndElement(new DateTimeType("2026-12-01"));
        assertThat(read(SCHEDULE)).as("it has other days now").doesNotContain("She was ill");
    }

    @Test
    void sheReadsThatItDidNotTakePlaceAndNothingOfWhy() throws Exception {
        missed();
        assertThat(read("/mother/appointments", CareUnderTest.nimali(), "en"))
                .contains("This visit did not take place")
                .doesNotContain(NOTE, "transport", "Cancelled");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyWasFasterAndSaysSoWhereNothingIsLeftToWrite() throws Exception {
        REGISTRY.refuses(ARRANGE, 409, "version-conflict");
        booked().getMeta().setVersionId("2");
        assertThat(body(miss("reason", "ill", "note", NOTE)))
                .contains("Somebody changed this", NOTE, "name=\"basedOn\" value=\"2\"");
        REGISTRY.refuses(ARRANGE, 409, "clinic-full", "start");
        assertThat(body(miss("reason", "ill", "nextClinic", "2026-12-03T08:30")))
                .contains("id=\"nextClinic-error\"", "One more woman can come on that day");
        for (var settled : new String[] {"already-decided", "contact-held", "not-yet-missed"}) {
            REGISTRY.refuses(ARRANGE, 409, settled);
            var sent = miss("reason", "ill");
            assertThat(sent.getResponse().getRedirectedUrl()).as(settled).isEqualTo(SCHEDULE);
            assertThat(sent.getMvcResult().getFlashMap().get("missed")).isEqualTo("nothing");
        }
    }

    @Test
    void asksTheRegistryAgainAboutAFormThatWasSentBefore() {
        missed();
        assertThat(miss("reason", "ill").getMvcResult().getFlashMap().get("missed"))
                .as("the registry answers a second press as the first")
                .isEqualTo("written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    void speaksEveryLanguage(String language) throws Exception {
        plan();
        for (var path : new String[] {PAGE, PAGE + "?contact=2026-11-02", SCHEDULE, HER_PAGE}) {
            assertThat(read(path, CareUnderTest.selvarajah(), language))
                    .as(path)
                    .doesNotContain("??");
        }
        for (var done : new String[] {"written", "given", "nothing"}) {
            var shown = pages.get()
                    .uri(SCHEDULE + "?lang=" + language)
                    .flashAttr("missed", done)
                    .with(authentication(signedIn(CareUnderTest.selvarajah())))
                    .exchange();
            assertThat(body(shown)).doesNotContain("??");
        }
    }

    private MvcTestResult miss(String... more) {
        return send(PAGE, fields(Map.of("requestId", "r1", "of", "30", "basedOn", "1", "nextTime", "09:00"), more));
    }

    private MvcTestResult get(String path) {
        return pages.get()
                .uri(path)
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange();
    }

    private static String body(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }

    private void missed() {
        booked().setStatus(AppointmentStatus.NOSHOW)
                .setCancelationReason(why("transport").setText(NOTE));
    }

    private static CodeableConcept why(String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(REASONS).setCode(code));
    }

    private Appointment booked() {
        return first(Appointment.class);
    }

    private Instant visited() {
        return first(Encounter.class).getPeriod().getStart().toInstant();
    }

    /** A contact whose days went by, in a record without a visit. */
    private CarePlan plan() {
        var is = record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(CarePlan.class::isInstance)
                .map(CarePlan.class::cast)
                .filter(plan -> plan.getIdElement().getIdPart().equals("50"))
                .findFirst();
        if (is.isPresent()) {
            return is.get();
        }
        record.getEntry()
                .removeIf(entry -> entry.getResource() instanceof Encounter || entry.getResource() instanceof CarePlan);
        var plan = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setSubject(new Reference("Patient/1"));
        plan.addActivity()
                .getDetail()
                .setStatus(CarePlanActivityStatus.NOTSTARTED)
                .setScheduled(new Period()
                        .setStartElement(new DateTimeType("2026-11-02"))
                        .setEndElement(new DateTimeType("2026-11-08")));
        plan.setId("CarePlan/50/_history/3");
        plan.getMeta().setVersionId("3");
        record.addEntry().setResource(plan);
        REGISTRY.answers(SUMMARY, record);
        return plan;
    }

    private static CarePlan.CarePlanActivityComponent contact(CarePlan plan) {
        return plan.getActivityFirstRep();
    }

    private <R> R first(Class<R> type) {
        return record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
