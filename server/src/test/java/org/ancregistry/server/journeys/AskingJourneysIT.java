package org.ancregistry.server.journeys;

import static org.ancregistry.server.journeys.Walk.midwife;
import static org.ancregistry.server.journeys.Walk.today;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.microsoft.playwright.options.SelectOption;
import java.util.TimeZone;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is asked and arranged between visits, in a real browser against the real stack: another day, who looked, a planned
 * contact and an appointment that are moved, and a woman who comes without her number.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AskingJourneysIT {

    private static final int WEEKS = 20;
    private static final String SAVE = "main form button.govuk-button";

    @AutoClose
    private static Walk walk;

    @BeforeAll
    static void start() {
        walk = Walk.begin("pages-asking");
        for (var scripts : new boolean[] {true, false}) {
            var mother = new Cast(scripts).withoutNumber();
            walk.registers(mother, WEEKS);
            try (var window = walk.window(Look.onAPhone(true))) {
                opened(window, mother);
                new CarePages(window).recordVisit(today().plusWeeks(4));
            }
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(1)
    void aMotherAsksForAnotherDayAndHerMidwifeGivesHerOne(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            asksForAnotherDay(window, mother);
            assertThat(window.text()).contains("You asked for another day", "has not answered yet");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            midwife(window);
            assertThat(window.text()).contains("They ask for another day (1)");
            window.press("main a[href$='/midwife/questions']");
            assertThat(window.text()).contains(mother.name(), "On that day my son is examined.");
            window.press("main a[href*='/questions/']");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("without an answer").startsWith("Error:");
            window.choose("input[name=action][value=another-day]");
            window.type("#nextDate", today().plusWeeks(5));
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("She has another day");
            window.open("/midwife/questions");
            assertThat(window.text()).contains("Nobody waits for an answer.");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            assertThat(pages.at("appointments")).contains("your clinic gave you another day");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(2)
    void aMotherAsksWhoLookedAndThePrivacyOfficerAnswers(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            asksWhoLooked(window, mother);
            assertThat(window.text()).contains("has not answered yet");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            opened(window, mother);
            window.press("main a[href$='/looked']");
            assertThat(window.text())
                    .contains("Who looked at her record", "Registered her", "When she looked herself")
                    .doesNotContain("do not know this person", "asked", "privacy officer");
        }
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            atComplaints(window);
            window.press("main .anc-row a");
            window.type("#text", "She is your midwife.");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("Nobody waits for an answer");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            assertThat(pages.at("looked")).contains("She is your midwife.");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(3)
    void aDoctorFindsAWomanWithoutHerNumber(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            finds(window, mother);
            assertThat(window.text()).contains("Who it may be").doesNotContain("118/74");
            window.press("main form[action$='/check-in'] button");
            assertThat(window.everything()).contains(mother.name(), "118/74");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(4)
    void aPlannedContactIsMovedWithTheReason(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            atMoving(window, new Cast(scripts).withoutNumber());
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("without a day").startsWith("Error:");
            window.type("#firstDay", today().plusDays(10));
            window.type("#lastDay", today().plusDays(16));
            window.type("#reason", "She stays with her mother until then.");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("She stays with her mother until then.");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(5)
    void anAppointmentIsMovedAndCalledOffAndAnotherGivenBetweenVisits(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            opened(window, mother);
            window.press("main a[href$='/appointment']");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("nothing is chosen beforehand").startsWith("Error:");
            window.choose("input[name=action][value=move]");
            window.type("#nextDate", today().plusWeeks(6));
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("She has another day");

            window.press("main a[href$='/appointment']");
            window.choose("input[name=action][value=call-off]");
            window.type("#reason", "The clinic is closed on that day.");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("The appointment is called off");

            window.press("main a[href$='/appointment']");
            window.type("#nextDate", today().plusWeeks(7));
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("She has the appointment");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            assertThat(pages.at("appointments")).contains("Cancelled", "The clinic is closed on that day.");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(6)
    void aMidwifeWritesThatSheDidNotComeAndGivesHerAnotherDay(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        expectedAndNotSeen(mother);
        try (var window = walk.window(Look.onAPhone(scripts))) {
            opened(window, mother);
            window.press("main a[href$='/missed']");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("nothing is chosen beforehand").startsWith("Error:");
            window.choose("input[name=reason][value=transport]");
            window.type("#note", "The bus did not run after the flood.");
            window.type("#nextDate", today().plusWeeks(9));
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text())
                    .contains("she has another day", "Past appointments", "No transport, or no money for it")
                    .contains("The bus did not run after the flood.");
            assertThat(window.page().locator("main a[href*='/missed']").count()).isZero();
            texts(window);
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            assertThat(pages.at("appointments"))
                    .contains("This visit did not take place")
                    .doesNotContain("The bus did not run", "No transport");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(6)
    void aMidwifeShowsTheWomenOfOneVillage(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            midwife(window).list();
            assertThat(window.text()).contains("All villages");
            window.page().selectOption("#village", "Kurunegala");
            window.press("main form[role=search] button");
            assertThat(window.text())
                    .contains(SandboxPeople.kumari().name())
                    .doesNotContain(SandboxPeople.nimali().name());
            window.press("main .anc-tabs button[value=needs-action]");
            assertThat(window.page().locator("#village").inputValue())
                    .as("kept")
                    .isEqualTo("Kurunegala");
            assertThat(window.page().url()).doesNotContain("Kurunegala");
        }
    }

    /** The message opens outside the browser: the page stays, and its rules keep nobody from it. */
    private static void texts(Window window) {
        var link = window.page().locator("main a[href^='sms:']").first();
        assertThat(link.getAttribute("href")).matches("sms:\\+94[0-9]{9}\\?body=[A-Za-z0-9%._-]+");
        var here = window.page().url();
        link.click();
        assertThat(window.page().url()).isEqualTo(here).doesNotContain("sms");
        window.press(".anc-crumb a");
    }

    /** She had an appointment yesterday, on which nobody wrote her down. */
    private static void expectedAndNotSeen(SandboxPerson mother) {
        var registry = walk.stack().registry();
        var her = new OldRecords(registry).named(mother).getIdElement().getIdPart();
        var yesterday = new DateTimeType(today().minusDays(1) + "T09:00:00+05:30");
        var booked = Appointments.booked(
                new Reference("Patient/" + her),
                yesterday,
                "Organization/hospital-demo",
                TimeZone.getTimeZone("Asia/Colombo"));
        booked.setId((String) null);
        registry.bean(DaoRegistry.class).getResourceDao(Appointment.class).create(booked, new SystemRequestDetails());
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(6)
    void aMotherIsDatedByAScanAndReferredToAClinic(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            opened(window, new Cast(scripts).withoutNumber());
            window.press("main a[href$='/dating']");
            window.type("#scanned", today());
            window.type("#weeks", "18");
            window.type("#days", "2");
            window.press("#save-dating");
            assertThat(window.text()).contains("By this scan", "press the button again");
            window.press("#save-dating");
            assertThat(window.everything()).contains("18+2 weeks");

            window.press("main a[href$='/refer']");
            window.press("#send-referral");
            assertThat(window.page().title()).as("nothing is chosen beforehand").startsWith("Error:");
            window.page().selectOption("#to", new SelectOption().setIndex(1));
            window.choose("input[name=urgency][value=routine]");
            window.type("#reason", "A scan of the placenta, please.");
            window.press("#send-referral");
            assertThat(window.text()).contains("The referral is sent", "A scan of the placenta, please.");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(6)
    void anAllergyThatIsLearntLaterStandsInTheBannerUntilItIsStruckOut(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            opened(window, mother);
            window.press("main a[href$='/learnt']");
            window.press("#save-learnt");
            assertThat(window.page().title()).as("nothing is ticked").startsWith("Error:");
            window.choose("input[name=allergies][value='ANC.B6.DE69']");
            window.choose("input[name=illnesses][value=hx_heart]");
            window.press("#save-learnt");
            assertThat(window.everything()).contains("Allergy: Penicillin", "Heart disease", "Added to her record.");

            window.press("main a[href$='/learnt']");
            window.press("main .anc-card a[href$='/strike']");
            window.type("#reason", "It was her sister.");
            window.press("#save-strike");
            assertThat(window.everything()).doesNotContain("Allergy: Penicillin");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(7)
    void herNumberAndHerHomeArePutRight(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        var number = scripts ? "071 555 0101" : "071 555 0102";
        try (var window = walk.window(Look.onAPhone(scripts))) {
            opened(window, mother);
            window.press("main a[href$='/contact']");
            window.type("#phone", "12345");
            window.press(SAVE);
            assertThat(window.page().title()).startsWith("Error:");
            window.type("#phone", number);
            window.choose("input[name=whose][value=shared]");
            window.type("#contactName", "Sunil");
            window.type("#address", "5 Lake Road");
            window.type("#village", "Mullegama");
            window.press(SAVE);
            assertThat(window.text()).contains("Saved.", "Call " + number, "Shared with others", "5 Lake Road");
            window.press(".govuk-back-link");
            assertThat(window.text()).contains("Call " + number, "Mullegama");
            window.open("/midwife");
            window.type("#words", number.substring(number.length() - 4));
            window.press("main form[action$='/search'] button");
            assertThat(window.text()).contains(mother.name(), "Mullegama");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    @Order(8)
    void thePagesAreThereInTheLanguagesOfTheCountry(String language) {
        var mother = new Cast(language.equals("si")).withoutNumber();
        try (var window = walk.window(Look.in(language))) {
            asksForAnotherDay(window, mother);
            window.press("main a[href$='/mother/calendar']");
        }
        try (var window = walk.window(Look.in(language))) {
            asksWhoLooked(window, mother);
        }
        try (var window = walk.window(Look.in(language))) {
            atMoving(window, mother);
        }
        try (var window = walk.window(Look.in(language))) {
            opened(window, mother);
            window.press("main a[href$='/contact']");
            window.press(".govuk-back-link");
            window.press("main a[href$='/learnt']");
            window.press(".anc-crumb a");
            window.press("main a[href$='/dating']");
            window.press(".anc-crumb a");
            window.press("main a[href$='/looked']");
            window.press(".anc-crumb a");
            window.press("main a[href$='/refer']");
            window.press(".anc-crumb a");
            window.press("main a[href$='/appointment']");
            window.press("main a[href$='of=new']");
        }
        expectedAndNotSeen(mother);
        try (var window = walk.window(Look.in(language))) {
            opened(window, mother);
            window.press("main a[href$='/missed']");
            window.press(".govuk-back-link");
            window.open("/midwife");
            window.press("main form[action$='/registrations'] .govuk-button");
            window.press("main a[href$='/find/name']");
        }
        try (var window = walk.window(Look.in(language))) {
            midwife(window);
            window.press("main a[href$='/midwife/questions']");
            window.press("main a[href*='/questions/']");
        }
        try (var window = walk.window(Look.in(language))) {
            finds(window, mother);
        }
        try (var window = walk.window(Look.in(language))) {
            atComplaints(window);
            window.press("main .anc-row a");
            assertThat(window.shows("#text")).isTrue();
        }
    }

    @Test
    @Order(9)
    void noPageHasForeignWordsOrBrokenHtml() {
        walk.holdLanguagesAndSources();
    }

    private static void asksForAnotherDay(Window window, SandboxPerson mother) {
        var pages = new MotherPages(window);
        pages.signIn(mother);
        pages.at("appointments");
        window.press("main a[href$='/another-day']");
        window.type("#text", "On that day my son is examined.");
        window.press(Window.MAIN_BUTTON);
    }

    private static void asksWhoLooked(Window window, SandboxPerson mother) {
        var pages = new MotherPages(window);
        pages.signIn(mother);
        pages.at("looked");
        window.press("main a[href$='/unknown']");
        window.type("#text", "I was at home on that day.");
        window.press(Window.MAIN_BUTTON);
    }

    private static void atComplaints(Window window) {
        window.open("/privacy");
        window.press(Window.MAIN_BUTTON);
        new EsignetPages(window).proves(SandboxPeople.ruwan());
        window.press("main a[href$='/privacy/complaints']");
    }

    private static void finds(Window window, SandboxPerson mother) {
        new CarePages(window).signIn(SandboxPeople.arul());
        window.press("main a[href$='/doctor/by-name']");
        window.type("#name", mother.name());
        window.type("#birthDate", mother.birthdate());
        window.press(Window.MAIN_BUTTON);
    }

    private static void atMoving(Window window, SandboxPerson mother) {
        opened(window, mother);
        window.press("main a[href$='/schedule']");
        window.press("main a[href*='/schedule/move']");
    }

    private static void opened(Window window, SandboxPerson mother) {
        var midwife = midwife(window);
        midwife.list();
        midwife.open(mother.name());
    }
}
