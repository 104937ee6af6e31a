package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ancregistry.sandbox.SandboxPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole patient journey in a real browser against the real stack: a midwife registers mothers, a doctor adds a visit,
 * a mother reads it. The journeys follow each other as they do in life: the second needs the first one's number.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneysIT {

    private static Stack stack;
    private static TestBrowser browser;
    private static String nimalisNumber;

    private BrowserContext context;

    @BeforeAll
    static void start() {
        stack = Stack.start();
        browser = TestBrowser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        stack.close();
    }

    @AfterEach
    void leave() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    @Order(1)
    void aMidwifeRegistersAMotherWithoutANumber() {
        var midwife = midwife(true);
        midwife.begin("");
        midwife.handOver();
        eSignet().proves(SandboxPeople.nimali());

        assertThat(midwife.text()).contains("Nimali Sanduni Perera", "17 March 1994", "Verified");
        midwife.decide("issue-new");
        midwife.history(today().minusWeeks(20));
        midwife.register();

        nimalisNumber = midwife.issuedNumber();
        assertThat(nimalisNumber).hasSize(11);
        page().locator("a.govuk-button").click();
        assertThat(page().locator("svg").count()).as("QR code and bar code").isGreaterThanOrEqualTo(2);
    }

    @Test
    @Order(2)
    void theSameWomanIsNotRegisteredTwice() {
        var midwife = midwife(false);
        midwife.begin("");
        midwife.handOver();
        eSignet().proves(SandboxPeople.nimali());

        assertThat(midwife.text()).containsIgnoringCase("already");
    }

    @Test
    @Order(3)
    void aDoctorFindsHerByHerNumberAndAddsAVisit() {
        open(true);
        var doctor = new DoctorPages(page(), stack, true);
        doctor.signIn(SandboxPeople.ruwani());
        doctor.find(nimalisNumber);
        doctor.checkIn(LocalDate.of(1994, 3, 17));

        assertThat(doctor.text()).contains("Nimali Sanduni Perera", "112/70", "Epilepsy: No");
        doctor.recordVisit(today().plusWeeks(4));

        assertThat(doctor.text()).contains("The visit is saved", "118/74", "Haemoglobin 11.2 g/dL");
    }

    @Test
    @Order(4)
    void theMotherSeesTheVisitAndHerAppointment() {
        open(true);
        var mother = new MotherPages(page(), stack, true);
        mother.signIn(SandboxPeople.nimali());

        assertThat(mother.at("/mother")).contains("20 weeks");
        assertThat(mother.at("/mother/visits")).contains("118/74");
        assertThat(mother.at("/mother/appointments"))
                .contains(Integer.toString(today().plusWeeks(4).getYear()));
    }

    @Test
    @Order(5)
    void aMotherOfAnotherNumberSeesNothingOfHer() {
        var midwife = midwife(false);
        midwife.begin("");
        midwife.handOver();
        eSignet().proves(SandboxPeople.tharani());
        midwife.decide("issue-new");
        midwife.history(today().minusWeeks(12));
        midwife.register();
        context.close();

        open(false);
        var mother = new MotherPages(page(), stack, false);
        mother.signIn(SandboxPeople.tharani());

        assertThat(mother.at("/mother/visits")).doesNotContain("118/74", "Nimali");
    }

    @Test
    @Order(6)
    void aMotherRefusesAndTheMidwifeIsToldWhatSheCanDo() {
        var midwife = midwife(false);
        midwife.begin("");
        midwife.handOver();
        eSignet().refuses(SandboxPeople.kavitha());

        assertThat(midwife.text()).contains("Try again");
    }

    @Test
    @Order(7)
    void threeWrongCodesLeadBackWithAWayOut() {
        var midwife = midwife(false);
        midwife.begin("");
        midwife.handOver();
        eSignet().failsThreeTimes(SandboxPeople.shifa());

        assertThat(midwife.text()).contains("Try again");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Colombo"));
    }

    private MidwifePages midwife(boolean javaScript) {
        open(javaScript);
        var midwife = new MidwifePages(page(), stack, javaScript);
        midwife.signIn(SandboxPeople.anoma());
        return midwife;
    }

    private void open(boolean javaScript) {
        context = browser.phone(javaScript);
        context.newPage();
    }

    private Page page() {
        return context.pages().get(0);
    }

    private EsignetPages eSignet() {
        return new EsignetPages(page());
    }
}
