package org.ancregistry.server.journeys;

import static org.ancregistry.server.journeys.Walk.midwife;
import static org.ancregistry.server.journeys.Walk.today;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ancregistry.sandbox.SandboxPeople;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clinic does beside a visit, in a real browser against the real stack: tests, results, and what was forgotten. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClinicJourneysIT {

    private static final LocalDate BORN = LocalDate.of(1997, 8, 19);

    /** Registered without a proof of who they are, one for a browser with scripts and one for a browser without. */
    private static final List<String> NAMES =
            List.of(SandboxPeople.natasha().name(), SandboxPeople.tharani().name());

    @AutoClose
    private static Walk walk;

    @BeforeAll
    static void start() {
        walk = Walk.begin("pages-clinic");
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(1)
    void aTestIsOrderedWrittenDownLookedAtAndTold(boolean scripts) {
        var number = registered(name(scripts));
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            doctor(window, number);
            var tests = new TestPages(window);
            tests.openTests();
            window.press("#order-tests");
            assertThat(window.page().title()).as("nothing ticked").startsWith("Error:");
            tests.order("full-blood-count", "syphilis", "ultrasound");
            assertThat(window.text()).contains("Ordered.", "Full blood count", "Ultrasound scan");
            window.press("main form[action$='/called-off'] button[aria-label*='Ultrasound']");
            assertThat(window.text()).contains("The order is called off.");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.open(name(scripts));
            assertThat(window.text()).contains("2 waited for");
            var tests = new TestPages(window);
            tests.openTests();
            tests.write("10.4", "ANC.B9.DE109");
            assertThat(window.text()).contains("10.4 g/dL", "Syphilis test", "Negative", "She does not see this yet");
        }
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            doctor(window, number);
            assertThat(window.text()).contains("2 with new results");
            var sheets = Sheets.of(window.page());
            assertThat(sheets).hasSizeLessThanOrEqualTo(2);
            assertThat(sheets)
                    .as("sheets that come apart")
                    .allSatisfy(sheet -> assertThat(sheet.replace(" ", ""))
                            .contains(name(scripts).replace(" ", ""), number.replace(" ", ""), "/" + sheets.size()));
            var tests = new TestPages(window);
            tests.openTests();
            tests.looksAtAll();
            assertThat(window.text())
                    .contains("The orders are closed", "No test is waited for")
                    .doesNotContain("She does not see this yet");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(2)
    void aVisitIsAddedToAndTheAdditionStruckOut(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.open(name(scripts));
            var pages = new TestPages(window);
            pages.strikesTheNewestAdditionOut("The results are of another woman.");
            assertThat(window.text()).contains("The visit is struck out", "Entered in error");
            pages.opensTheNewest();
            assertThat(window.text())
                    .as("struck out, and there still")
                    .contains("Visit on", "Blood pressure 112/70 mmHg", "Added on", "Entered in error")
                    .doesNotContain("10.4 g/dL");
            window.press("main a[href$='/addition']");
            window.type("#note", "She forgot to say that she takes iron.");
            window.press("#save-addition");
            assertThat(window.text())
                    .contains("Added.", "Added to an earlier visit", "She forgot to say that she takes iron.");
            pages.opensTheNewest();
            assertThat(window.text()).contains("Added on", "She forgot to say that she takes iron.");
            window.press("main a.govuk-back-link");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    @Order(3)
    void thePagesAreThereInTheLanguagesOfTheCountry(String language) {
        try (var window = walk.window(Look.in(language))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.open(name(true));
            var tests = new TestPages(window);
            tests.openTests();
            tests.order("blood-sugar", "hiv");
            window.press("main a[href$='/tests/results']");
            window.press("main a.govuk-back-link");
            tests.back();
            tests.opensTheNewest();
            window.press("main a[href$='/addition']");
            window.press("main a.govuk-back-link");
            tests.opensTheNewest();
            window.press("main .anc-actions a[href$='/strike']");
            assertThat(window.shows("#reason")).isTrue();
            window.press("main a.govuk-back-link");
            window.press("main a[href$='/schedule']");
            assertThat(window.page().locator("main table tbody tr").count()).isGreaterThan(3);
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(4)
    void aMotherShowsHerRecordToSomebodyWithoutAnAccount(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        walk.registers(mother, 20);
        String[] code;
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            code = pages.shares();
        }
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            window.visit(code[0]);
            window.type("#pin", "000");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.everything()).contains("Type the six digits");
            window.type("#pin", code[1].startsWith("0") ? "111111" : "000000");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.everything()).contains("The PIN is wrong").doesNotContain(mother.name());
            window.type("#pin", code[1]);
            window.press(Window.MAIN_BUTTON);
            assertThat(window.everything()).contains(mother.name(), "112/70");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            assertThat(pages.at("looked")).contains("Opened it with the code");
            pages.at("records");
            window.press("main a[href$='/mother/share']");
            assertThat(window.text()).contains("Opened once, at");
            window.press("main form[action$='/end'] button");
            assertThat(window.text()).contains("None.");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(5)
    void aMotherChangesWhoMayReadItAndLeavesInAHurry(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            pages.at("settings");
            window.choose("input[name=share][value=own-area]");
            window.press("#save-sharing");
            assertThat(window.text()).contains("Saved. It holds from now on.");
            window.press("#save-phone");
            assertThat(window.page().title()).isEqualTo("Clinic");
            assertThat(window.page().locator("a.anc-top__leave").getAttribute("href"))
                    .isEqualTo("/leave");
        }
    }

    @ParameterizedTest(name = "language: {0}")
    @ValueSource(strings = {"en", "si", "ta"})
    @Order(5)
    void aCalendarAsksForHerAppointmentsByItself(String language) {
        try (var window = walk.window(Look.in(language))) {
            var pages = new MotherPages(window);
            pages.signIn(new Cast(true).withoutNumber());
            pages.at("appointments");
            window.press("main a[href$='/mother/calendar']");
            window.press("#make-feed");
            var address = window.page().locator(".anc-share__link").textContent();
            assertThat(window.page().request().get(address).text()).startsWith("BEGIN:VCALENDAR");
            window.press("#end-feed");
            assertThat(window.page().request().get(address).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    @Order(6)
    void sheSharesAndDecidesInHerLanguage(String language) {
        var mother = new Cast(language.equals("si")).withoutNumber();
        String[] code;
        try (var window = walk.window(Look.in(language))) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            pages.at("settings");
            code = pages.shares();
        }
        try (var window = walk.window(Look.in(language))) {
            window.visit(code[0]);
            window.type("#pin", code[1]);
            window.press(Window.MAIN_BUTTON);
            assertThat(window.everything()).contains(mother.name());
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(7)
    void aSupervisorSaysWhetherAnEmergencyWasInOrder(boolean scripts) {
        var reason = scripts ? "She came unconscious and bleeds." : "She has fits and cannot answer.";
        var number = registered(scripts ? "Sepalika Jayawardena" : "Kanthi Abeysekara");
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            opensInAnEmergency(window, number, reason);
        }
        if (scripts) {
            List.of("si", "ta").forEach(ClinicJourneysIT::readsWhatIsToBeReviewed);
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            new MidwifePages(window).signIn(SandboxPeople.chandrika());
            window.press("main a[href$='/midwife/emergencies']");
            assertThat(window.text()).contains(reason);
            window.press("main .anc-card a[href*='/midwife/emergencies/']");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("nothing said").startsWith("Error:");
            window.choose("#decision");
            window.type("#reason", "I spoke with the doctor.");
            window.press("#save-review");
            assertThat(window.text()).contains("It is off the list").doesNotContain(reason);
            window.press("main a[href$='/midwife/emergencies/reviewed']");
            assertThat(window.text()).contains("In order", reason, "I spoke with the doctor.");
        }
    }

    private static void opensInAnEmergency(Window window, String number, String reason) {
        var doctor = new CarePages(window);
        doctor.signIn(SandboxPeople.arul());
        doctor.find(number);
        window.press("main form[action$='/doctor/emergency'] button");
        window.choose("#kind");
        window.type("#reason", reason);
        window.choose("#understood");
        window.press(Window.MAIN_BUTTON);
        assertThat(window.text()).contains("You opened this record in an emergency");
    }

    private static void readsWhatIsToBeReviewed(String language) {
        try (var window = walk.window(Look.in(language))) {
            new MidwifePages(window).signIn(SandboxPeople.chandrika());
            window.press("main a[href$='/midwife/emergencies']");
            window.press("main a[href$='/midwife/emergencies/reviewed']");
            window.press(".anc-crumb a");
            window.press("main .anc-card a[href*='/midwife/emergencies/']");
        }
    }

    @Test
    @Order(9)
    void noPageHasForeignWordsOrBrokenHtml() {
        walk.holdLanguagesAndSources();
    }

    private static String registered(String name) {
        try (var window = walk.window(Look.onAPhone(true))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.registers(name, BORN, today().minusWeeks(22));
            return midwife.number();
        }
    }

    private static String name(boolean scripts) {
        return NAMES.get(scripts ? 0 : 1);
    }

    /** At the record of the woman with that number, whom she checks in when she does not reach her. */
    private static void doctor(Window window, String number) {
        var care = new CarePages(window);
        care.signIn(SandboxPeople.ruwani());
        care.find(number);
        if (window.shows("#birthDate")) {
            care.checkIn(BORN);
        }
    }
}
