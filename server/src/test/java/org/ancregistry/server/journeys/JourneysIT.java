package org.ancregistry.server.journeys;

import static org.ancregistry.server.journeys.Walk.midwife;
import static org.ancregistry.server.journeys.Walk.today;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.microsoft.playwright.Page.GoBackOptions;
import com.microsoft.playwright.PlaywrightException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole patient journey in a real browser against the real stack: a midwife registers mothers, a doctor adds a visit,
 * a mother reads it; each with scripts and without. The journeys follow each other as they do in life: a later one needs
 * an earlier one's number.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneysIT {

    /** As many as a page of her list has paper for. */
    private static final String TWENTY_ROWS = """
            () => {
                const list = document.querySelector('.anc-day tbody');
                while (list.rows.length < 20) list.append(list.rows[0].cloneNode(true));
                while (list.rows.length > 20) list.lastElementChild.remove();
            }""";

    /** Generous: the budget of 150 ms is for a machine that does nothing else. */
    private static final double SLOWEST_PAGE_MILLIS = 1_500;

    @AutoClose
    private static Walk walk;

    private static OldRecords records;

    private static final Map<Boolean, String> NUMBERS = new HashMap<>();

    @BeforeAll
    static void start() {
        walk = Walk.begin("pages");
        records = new OldRecords(walk.stack().registry());
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(1)
    void aMidwifeRegistersAMotherWithoutANumber(boolean scripts) {
        var nimali = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.begin("", nimali);
            assertThat(window.text())
                    .contains(nimali.name(), "Verified", "" + nimali.birthdate().getYear());

            midwife.decide("issue-new");
            midwife.history(today().minusWeeks(20));
            midwife.register();
            assertThat(midwife.number()).hasSize(11);
            NUMBERS.put(scripts, midwife.number());

            midwife.list();
            midwife.open(nimali.name());
            midwife.numberAndCard();
            assertThat(midwife.number()).isEqualTo(NUMBERS.get(scripts));
            midwife.card();
            assertThat(window.page().locator("main svg[role=img]").count()).isEqualTo(2);
            isACardForAPurse(PrintedCard.of(window.page()), NUMBERS.get(scripts));
        }
    }

    /** As large as a bank card (ISO ID-1), with nothing cut off and its QR code read, however long her name is. */
    private static void isACardForAPurse(PrintedCard card, String number) {
        for (var printed : List.of(
                card, card.named("Hettiarachchi Mudiyanselage Sachini Madushani Wickramasinghe Bandaranayake"))) {
            assertThat(printed.sizes()).asString().isEqualTo("[856 x 540, 856 x 540]");
            assertThat(printed.cutOff()).asString().isEqualTo("[]");
            assertThat(printed.reads(BarcodeFormat.QR_CODE)).isEqualTo(number);
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(2)
    void theSameWomanIsNotRegisteredTwice(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            midwife(window).begin("", new Cast(scripts).withoutNumber());

            assertThat(window.text()).containsIgnoringCase("already");
            assertThat(window.shows("input[name=decision]")).isFalse();
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(3)
    void aDoctorFindsHerByHerNumberAndAddsAVisit(boolean scripts) {
        var nimali = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            var doctor = new CarePages(window);
            doctor.signIn(SandboxPeople.ruwani());
            doctor.find(NUMBERS.get(scripts));
            doctor.checkIn(nimali.birthdate());
            assertThat(window.everything()).contains(nimali.name(), "112/70", "No:", "Epilepsy");

            doctor.recordVisit(today().plusWeeks(4));
            assertThat(window.text()).contains("The visit is saved", "118/74", "Haemoglobin 11.2 g/dL");
            window.press("main a.govuk-button[href$='/slip']");
            assertThat(window.text()).contains("Come again on", "118/74", "Call the ambulance");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(4)
    void theMotherSeesTheVisitAndHerAppointment(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var mother = new MotherPages(window);
            mother.signIn(new Cast(scripts).withoutNumber());

            assertThat(window.text()).contains("20 weeks");
            assertThat(mother.at("visits")).contains("118/74");
            assertThat(Paper.goesOn(window.page(), ".anc-card:has(.anc-tl)"))
                    .as("her visits begin on the first sheet")
                    .isTrue();
            assertThat(mother.newestVisit())
                    .contains("Your visit on", "Blood pressure 118/74 mmHg")
                    .contains("Next appointment", "" + today().plusWeeks(4).getYear());
            assertThat(mother.at("records")).contains("58.4 kg");
            assertThat(mother.at("appointments"))
                    .contains("" + today().plusWeeks(4).getYear());
            assertThat(mother.download()).contains("\"EpisodeOfCare\"", NUMBERS.get(scripts));
            assertThat(mother.at("looked"))
                    .as("everybody who looked, by name")
                    .contains(
                            SandboxPeople.ruwani().name(), SandboxPeople.anoma().name());
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(5)
    void aMidwifeUsesTheNumberOfARecordThatMatches(boolean scripts) {
        var fathima = new Cast(scripts).withNumber();
        var number = records.keep(OldRecords.of(fathima));
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.begin(number, fathima);
            assertThat(midwife.results()).contains("Same").doesNotContain("Close", "Different");
            assertThat(window.shows("input[name=decision]:checked")).isFalse();

            midwife.decide("use-existing");
            midwife.history(today().minusWeeks(12));
            midwife.register();
            assertThat(midwife.number()).isEqualTo(number);
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(6)
    void aMotherOfAnotherNumberSeesNothingOfHer(boolean scripts) {
        var cast = new Cast(scripts);
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var mother = new MotherPages(window);
            mother.signIn(cast.withNumber());

            assertThat(mother.at("visits"))
                    .contains("112/70")
                    .doesNotContain("118/74", cast.withoutNumber().name());
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(7)
    void aMidwifeComparesARecordThatDiffersAndHerDecisionIsKeptWithBothSides(boolean scripts) {
        var dinithi = new Cast(scripts).moved();
        var old = OldRecords.of(dinithi);
        old.getAddressFirstRep()
                .setLine(null)
                .addLine("9 Lake Street")
                .setCity("Vavuniya")
                .setState("Northern");
        var number = records.keep(old);
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.begin(number, dinithi);
            assertThat(midwife.results()).contains("Same", "Different");
            window.press(".anc-dec .govuk-button");
            assertThat(window.page().title()).as("without a decision").startsWith("Error:");

            window.choose("input[name=decision][value=use-existing]");
            window.choose("#moved");
            midwife.decide("use-existing");
            midwife.history(today().minusWeeks(16));
            midwife.register();
        }
        var kept = records.holding(number);
        assertThat(kept.getAddress())
                .as("where she lives now")
                .anyMatch(lives ->
                        lives.getCity().equals(dinithi.contact().address().locality()));
        assertThat(OldRecords.sides(records.of(kept, Provenance.class), "address"))
                .hasEntrySatisfying(
                        "given",
                        given -> assertThat(given)
                                .contains(dinithi.contact().address().locality()))
                .hasEntrySatisfying("recorded", recorded -> assertThat(recorded).contains("Vavuniya"));
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(8)
    void aMidwifeWhoIsNotSureCanSaveAVisitAllTheSame(boolean scripts) {
        var ishara = new Cast(scripts).doubtful();
        var another = OldRecords.of(ishara).setBirthDateElement(new DateType("1991-02-03"));
        var number = records.keep(another);
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.begin(number, ishara);
            midwife.decide("not-sure");
            midwife.history(today().minusWeeks(24));
            midwife.register();
            assertThat(window.text()).contains("supervisor");
            assertThat(window.shows(".anc-big")).as("a number").isFalse();

            midwife.list();
            midwife.open(ishara.name());
            new CarePages(window).recordVisit(today().plusWeeks(4));
            assertThat(window.text()).contains("The visit is saved", "118/74");
        }
        var provisional = records.named(ishara);
        assertThat(provisional.getIdentifier()).noneMatch(held -> number.equals(held.getValue()));
        assertThat(records.of(provisional, Task.class))
                .extracting(task -> task.getCode().getCodingFirstRep().getCode())
                .containsExactly("decide-match");
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(9)
    void aMotherRefusesAndIsRegisteredWithoutProof(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.begin("");
            midwife.handOver();
            new EsignetPages(window).refuses(new Cast(scripts).unlucky());
            assertThat(window.text()).contains("Try again");

            midwife.goOnWithoutProof("refused", new Cast(scripts).nameWithoutProof());
            midwife.decide("issue-new");
            midwife.history(today().minusWeeks(10));
            midwife.register();
            assertThat(midwife.number()).hasSize(11);
            assertThat(window.text()).contains("not verified");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(10)
    void threeWrongCodesLeadBackWithAWayOut(boolean scripts) {
        var piyumi = new Cast(scripts).unlucky();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.begin("");
            midwife.handOver();
            new EsignetPages(window).failsThreeTimes(piyumi);
            assertThat(window.text()).contains("Try again");

            walk.stack().esignet().sandbox().unblock(piyumi.individualId());
            midwife.handOver();
            new EsignetPages(window).proves(piyumi);
            assertThat(window.text()).contains(piyumi.name(), "Verified");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(10)
    void theTimeRunsOutAndLeadsBackWithAWayOut(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.begin("");
            midwife.handOver();
            new EsignetPages(window).letsTheTimeRunOut(new Cast(scripts).unlucky());
            assertThat(window.text()).contains("The time ran out", "Try again", "go on without it");
        }
    }

    @Test
    @Order(11)
    void everybodyDoesHerWorkWithAKeyboardOnly() {
        var natasha = SandboxPeople.natasha();
        String number;
        try (var window = walk.window(Look.withAKeyboardOnly())) {
            var midwife = midwife(window);
            midwife.begin("", natasha);
            midwife.decide("issue-new");
            midwife.history(today().minusWeeks(14));
            midwife.register();
            number = midwife.number();
            assertThat(number).hasSize(11);
        }
        try (var window = walk.window(Look.withAKeyboardOnly())) {
            var doctor = new CarePages(window);
            doctor.signIn(SandboxPeople.ruwani());
            doctor.find(number);
            doctor.checkIn(natasha.birthdate());
            doctor.recordVisit(today().plusWeeks(4));
            assertThat(window.text()).contains("The visit is saved", "118/74");
        }
        readsItAll(natasha, Look.withAKeyboardOnly(), today().plusWeeks(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    @Order(12)
    void everybodyReadsHerOwnLanguage(String language) {
        var mother = language.equals("si") ? SandboxPeople.sachini() : SandboxPeople.tharani();
        String number;
        try (var window = walk.window(Look.in(language))) {
            var midwife = midwife(window);
            midwife.begin("", mother);
            midwife.decide("issue-new");
            midwife.history(today().minusWeeks(28));
            midwife.register();
            number = midwife.number();
            midwife.card();
        }
        try (var window = walk.window(Look.in(language))) {
            var doctor = new CarePages(window);
            doctor.signIn(SandboxPeople.ruwani());
            doctor.find(number);
            doctor.checkIn(mother.birthdate());
            doctor.recordVisit(today().plusWeeks(2));
            assertThat(window.text()).contains("118/74");
        }
        readsItAll(mother, Look.in(language), today().plusWeeks(2));
    }

    private static void readsItAll(SandboxPerson mother, Look look, LocalDate next) {
        try (var window = walk.window(look)) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            assertThat(pages.at("visits")).contains("118/74");
            assertThat(pages.newestVisit()).contains("118/74");
            assertThat(pages.at("records")).contains("58.4");
            assertThat(pages.at("appointments")).contains("" + next.getYear());
            assertThat(pages.download()).contains("\"EpisodeOfCare\"");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(13)
    void aMotherWithoutProofBringsItAnotherDay(boolean scripts) {
        var mother = new Cast(scripts).withoutProof();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.begin("");
            midwife.goOnWithoutProof("no-id", mother.name(), mother.birthdate());
            midwife.decide("issue-new");
            midwife.history(today().minusWeeks(15));
            midwife.register();

            opened(midwife, mother);
            var later = new LaterPages(window);
            later.addsHerNationalId(mother);
            assertThat(midwife.results()).contains("Same");
            assertThat(window.shows("input[name=decision]:checked")).isFalse();
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("without a decision").startsWith("Error:");
            later.decides("same");
            assertThat(window.text())
                    .contains("Her identity is verified", "Verified")
                    .doesNotContain("Not verified");
        }
        assertThat(records.of(records.named(mother), Task.class))
                .extracting(task -> task.getStatus().toCode())
                .containsExactly("completed");
    }

    private static void opened(MidwifePages midwife, SandboxPerson mother) {
        midwife.list();
        midwife.open(mother.name());
        midwife.numberAndCard();
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(14)
    void sheAnswersForHerselfWhatSheWasHeardToSay(boolean scripts) {
        var mother = new Cast(scripts).withoutProof();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var pages = new MotherPages(window);
            pages.signIn(mother);
            assertThat(window.page().url()).endsWith("/mother/consent");
            assertThat(window.shows("input[name=permit]:checked")).isFalse();
            window.press(".anc-textbutton");
            assertThat(window.text()).as("put off").contains("15 weeks");
            window.press("main a[href$='/mother/consent']");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("without an answer").startsWith("Error:");
            window.choose("input[name=permit][value=yes]");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("Your yes is kept");
        }
        var answered = records.of(records.named(mother), Consent.class).stream()
                .filter(consent -> consent.getStatus() == ConsentState.ACTIVE)
                .toList();
        assertThat(answered).singleElement().satisfies(consent -> {
            assertThat(consent.getVerificationFirstRep().getVerified()).isTrue();
            assertThat(consent.getProvision().getType()).isEqualTo(ConsentProvisionType.PERMIT);
        });
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = true)
    @Order(15)
    void sheMovesAndTheOtherMidwifeTakesHerOver(boolean scripts) {
        var mother = new Cast(scripts).withoutProof();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            opened(midwife(window), mother);
            new LaterPages(window).handsHerOver("", "phm-demo-2");
            assertThat(window.text()).contains("Until she is taken over");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var mary = new MidwifePages(window);
            mary.signIn(SandboxPeople.mary());
            new LaterPages(window).takesOver(mother.name());
            assertThat(window.text()).contains("in your care now");
            opened(mary, mother);
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            midwife(window).list();
            window.press(".anc-tabs a[href$='tab=all']");
            assertThat(window.text()).doesNotContain(mother.name());
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(16)
    void aSupervisorDecidesWhatAMidwifeWasNotSureAbout(boolean scripts) {
        var doubtful = new Cast(scripts).doubtful();
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            var supervisor = new MidwifePages(window);
            supervisor.signIn(SandboxPeople.chandrika());
            window.press("main a[href$='/midwife/decisions']");
            window.press("main a:text-is('" + doubtful.name() + "')");
            assertThat(supervisor.results()).contains("Same", "Different");
            assertThat(window.shows("input[name=decision]:checked")).isFalse();
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("without a decision").startsWith("Error:");
            window.choose(scripts ? "#decision-different" : "#decision-1");
            window.type("#reason", "I spoke to her and looked at her old card.");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains(scripts ? "She has a new PHN now" : "Both records are linked");
            assertThat(window.shows("main a:text-is('" + doubtful.name() + "')"))
                    .isFalse();
        }
        var record = records.named(doubtful);
        assertThat(record.getLink()).hasSize(scripts ? 0 : 1);
        assertThat(Phns.ofWoman(record)).isPresent();
        assertThat(Phns.of(record).isPresent()).isEqualTo(scripts);
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(17)
    void aDoctorOpensARecordInAnEmergency(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            var doctor = new CarePages(window);
            doctor.signIn(SandboxPeople.arul());
            doctor.find(NUMBERS.get(scripts));
            assertThat(window.everything()).as("outside her care").doesNotContain(mother.name());
            window.press("main form[action$='/doctor/emergency'] button");
            assertThat(window.text())
                    .as("whose number it is")
                    .contains("born in")
                    .doesNotContain(mother.name());
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("without a reason").startsWith("Error:");
            window.choose("#kind");
            window.type("#reason", "She came unconscious and bleeds.");
            window.choose("#understood");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("You opened this record in an emergency", "118/74");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(18)
    void aMidwifeOpensAnAppOfOthersWithARecordOrByItself(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var app = AppOfOthers.besides(walk.stack().origin())) {
            try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
                registers(app, window);
            }
            try (var window = walk.window(Look.onAPhone(scripts))) {
                opened(midwife(window), mother);
                window.press("main a[href$='/apps']");
                window.press("main form .govuk-button");
                window.press(Window.MAIN_BUTTON);
                window.press(Window.MAIN_BUTTON);
                assertThat(window.text()).as("with her record").contains("\"patient\":\"" + id(mother) + "\"");
            }
            try (var window = walk.window(Look.onAPhone(scripts))) {
                midwife(window).list();
                window.visit(app.launchAddress());
                window.type("#phn", NUMBERS.get(scripts));
                window.press(Window.MAIN_BUTTON);
                window.press(Window.MAIN_BUTTON);
                assertThat(window.text()).as("by itself").contains("\"patient\":\"" + id(mother) + "\"");
            }
            try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
                forgets(window);
            }
        }
    }

    private static void registers(AppOfOthers app, Window window) {
        atApps(window);
        window.press(Window.MAIN_BUTTON);
        window.type("#name", "Growth charts");
        window.type("#clientId", "growth-charts");
        window.choose("input[name=authentication][value=none]");
        window.type("#redirectUris", app.redirectAddress());
        window.type("#launchUri", app.launchAddress());
        window.type("#scopes", "launch launch/patient patient/Observation.rs");
        window.press(Window.MAIN_BUTTON);
        assertThat(window.text()).contains("Growth charts");
    }

    private static void forgets(Window window) {
        atApps(window);
        window.press("main a[href$='/admin/apps/growth-charts']");
        window.press("main form[action$='/remove'] button");
        assertThat(window.text()).contains("was removed");
    }

    private static void atApps(Window window) {
        window.open("/admin");
        window.press(Window.MAIN_BUTTON);
        new EsignetPages(window).proves(SandboxPeople.mahesh());
        window.press(".anc-tabs a[href$='/admin/apps']");
    }

    private static String id(SandboxPerson mother) {
        return records.named(mother).getIdElement().getIdPart();
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(19)
    void aMidwifeSendsHerToHospitalBeforeAnythingElse(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            opened(midwife(window), new Cast(scripts).withoutNumber());
            var visit = new CarePages(window);
            visit.looksAtAVeryHighPressure();
            assertThat(window.text()).contains("Very high blood pressure: act now", "172 mmHg");
            window.press("#refer-now");
            assertThat(window.text()).contains("Choose the hospital that she goes to");
            visit.sendsHerTo("Demo base hospital, antenatal clinic");
            assertThat(window.text())
                    .contains("The referral is saved", "172/114")
                    .doesNotContain("nobody has sent her yet");
        }
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            new CarePages(window).signIn(SandboxPeople.ruwani());
            assertThat(window.text())
                    .contains(
                            "Referred to your clinic",
                            new Cast(scripts).withoutNumber().name(),
                            "Urgent");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(18)
    void whatAWomanIsAskedAloneIsSeenByNobodyWhoComesIn(boolean scripts) {
        var name = new Cast(scripts).nameOfOneWhoIsAskedAlone();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.begin("");
            midwife.goOnWithoutProof("no-id", name);
            midwife.decide("issue-new");
            midwife.history(today().minusWeeks(14));

            window.press("main a[href$='/history/private']");
            assertThat(window.page().title()).isEqualTo("Clinic");
            var asked = window.page().url();
            midwife.isToldThatSomebodyHurtsHer();
            midwife.hidesThePage();
            goBack(window);
            window.open(asked.substring(asked.indexOf("/midwife")));
            assertThat(window.page()
                            .locator("main input:checked:not([value=''])")
                            .count())
                    .as("what was not saved is not there again")
                    .isZero();

            midwife.isToldThatSomebodyHurtsHer();
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("Somebody hurts her: what to do now", "Listen.");
            midwife.hidesThePage();
            goBack(window);
            assertThat(window.everything()).doesNotContain("what to do now", "hurt");

            window.open(asked.substring(asked.indexOf("/midwife")));
            assertThat(window.text()).contains("They are not shown here").doesNotContain("hurt");
            window.press("main button[name=open]");
            assertThat(window.page().locator("main input[value=yes]:checked").count())
                    .isEqualTo(3);
            midwife.hidesThePage();
            goBack(window);
            assertThat(window.page().locator("main input:checked").count()).isZero();

            window.open(asked.substring(asked.indexOf("/midwife")));
            window.press(Window.MAIN_BUTTON);
            window.press("main a.govuk-button[href$='/check']");
            assertThat(window.text()).contains("Private answers").doesNotContain("Her body is hurt");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().url()).as(window.text()).endsWith("/done");
            assertThat(window.text()).doesNotContain("Private", "hurt");

            midwife.list();
            assertThat(window.text()).doesNotContain("Private", "hurt");
            midwife.open(name);
            assertThat(window.text())
                    .contains("Asked last on", "Private answers")
                    .doesNotContain("Her body is hurt", "what to do now");
            window.page()
                    .locator("main details:has(summary:text('Private answers')) summary")
                    .click();
            assertThat(window.text()).contains("Her body is hurt", "Somebody hurts her: what to do now");
            window.press("main .anc-tl a[href*='/visits/']");
            window.press("main a[href$='/slip']");
            assertThat(window.everything()).doesNotContain("hurt", "Private");
        }
    }

    /** Where the browser would have to send a form once more, it shows a page of its own. */
    private static void goBack(Window window) {
        try {
            window.page().goBack(new GoBackOptions().setTimeout(10_000));
        } catch (PlaywrightException sentOnceMore) {
            assertThat(sentOnceMore).hasMessageContaining("ERR_CACHE_MISS");
            window.page().waitForCondition(() -> window.page().url().startsWith("chrome-error"));
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(19)
    void whatCouldNotBeAskedIsAskedAnotherDay(boolean scripts) {
        var name = new Cast(scripts).nameOfOneWhoIsAskedAlone();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.open(name);
            window.press("main a[href$='/private']");
            assertThat(window.page().title()).isEqualTo("Clinic");
            assertThat(window.text()).contains(name, "Asked last on").doesNotContain("Her body is hurt: ");
            window.choose("[name='answers[ipv_enquiry]'][value=no]");
            window.press("#save-private");
            assertThat(window.text()).contains("Choose why she cannot be asked");
            window.page().selectOption("#answers-ipv_not_asked", "ANC.B8.DE126");
            window.press("#save-private");
            assertThat(window.text()).contains("Saved with her newest visit", "She could not be asked on", "Ask now");

            window.press("main a[href$='/private']");
            window.choose("[name='answers[ipv_enquiry]'][value=yes]");
            window.page().selectOption("#answers-mood_interest", "LA6571-9");
            window.page().selectOption("#answers-mood_down", "LA6569-3");
            window.press("#save-private");
            assertThat(window.text()).contains("She feels low: what to do now");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("Ask again").doesNotContain("Nearly every day");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    @Order(20)
    void whatIsDoneLaterIsReadInTheOwnLanguage(String language) {
        var name = language.equals("si") ? "Somawathie Silva" : "Leelawathie Herath";
        try (var window = walk.window(Look.in(language))) {
            window.open("/danger-signs");
            var midwife = midwife(window);
            midwife.begin("");
            midwife.goOnWithoutProof("no-phone", name);
            midwife.decide("not-sure");
            midwife.history(today().minusWeeks(15));
            midwife.register();
            window.open("/midwife/day-list?tab=all");
            window.page().evaluate(TWENTY_ROWS);
            assertThat(window.sheets()).as("sheets of paper for 20 mothers").isEqualTo(1);
            window.press(".anc-crumb a");
            midwife.open(name);
            midwife.numberAndCard();
            window.press("main a[href$='/verify']");
            window.press(".anc-crumb a");
            window.press("main a[href$='/move']");
            window.press(".anc-crumb a");
            var visit = new CarePages(window);
            visit.looksAtAVeryHighPressure();
            visit.sendsHerTo("Demo base hospital, antenatal clinic");
            window.press("main a[href$='/letter']");
            window.press(".anc-crumb a");
            // Without a language in its address it comes in hers, and she chose English.
            window.press("main .anc-tl li:first-child b a");
            var slip = window.page().locator("main a[href$='/slip']");
            window.open(slip.getAttribute("href") + "?paper=" + language);
            var paper = Paper.of(window.page());
            assertThat(paper.size()).as("half a sheet").isEqualTo("420 x 595");
            assertThat(paper.sheets()).isEqualTo(1);
        }
        try (var window = walk.window(Look.in(language))) {
            new CarePages(window).signIn(SandboxPeople.ruwani());
            window.press("main a:has(:text-is('" + name + "'))");
            window.press("main form[action$='/seen'] button");
            window.press("main a[href$='/reply']");
        }
        try (var window = walk.window(Look.in(language))) {
            var doctor = new CarePages(window);
            doctor.signIn(SandboxPeople.arul());
            doctor.find("9902WVTRQPM");
            window.press("main form[action$='/doctor/emergency'] button");
        }
        try (var window = walk.window(Look.in(language))) {
            new MidwifePages(window).signIn(SandboxPeople.chandrika());
            window.press("main a[href$='/midwife/decisions']");
            window.press("main .anc-card a:text-is('" + name + "')");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(26)
    void aClinicRepliesAndTheMidwifeReadsItFirst(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts).atADesk())) {
            new CarePages(window).signIn(SandboxPeople.ruwani());
            window.press("main a:has(:text-is('" + mother.name() + "'))");
            window.press("main form[action$='/seen'] button");
            assertThat(window.text())
                    .contains("Her midwife reads that you have seen her", "She was seen there", "Waits for your reply");
            window.press("main a[href$='/reply']");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("without words").startsWith("Error:");
            window.type("#found", "Pressure is well now.");
            window.type("#please", "See her in a week.");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("Your reply is with her midwife");
            assertThat(window.page()
                            .locator("section[aria-labelledby='referred-h']")
                            .innerText())
                    .contains("Referred to your clinic")
                    .doesNotContain(mother.name());
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.open(mother.name());
            assertThat(window.text()).contains("Pressure is well now.", "Replied");
            window.press("main a[href$='/letter']");
            assertThat(window.text()).contains("Referral letter", mother.name(), "Reply of the clinic");
        }
    }

    @Test
    @Order(30)
    void aDraftOutlivesItsSessionAndTheServer() {
        try (var scripted = walk.window(Look.onAPhone(true));
                var plain = walk.window(Look.onAPhone(false))) {
            beginAndLeave(scripted, new Cast(true).interrupted());
            beginAndLeave(plain, new Cast(false).interrupted());
            walk.stack().restart();
            comeBackAndFinish(scripted);
            comeBackAndFinish(plain);
        }
    }

    private static void beginAndLeave(Window window, SandboxPerson mother) {
        var midwife = midwife(window);
        midwife.begin("", mother);
        midwife.decide("issue-new");
        midwife.pregnancy(today().minusWeeks(18));
        midwife.finishLater();
    }

    private static void comeBackAndFinish(Window window) {
        window.page().context().clearCookies();
        var midwife = midwife(window);
        midwife.openDraft();
        midwife.lookAgainAtThePregnancy();
        assertThat(window.typed("#answers-lmp"))
                .isEqualTo("" + today().minusWeeks(18).getDayOfMonth());
        assertThat(window.typed("#answers-gravida")).isEqualTo("2");
        assertThat(window.typed("#answers-parity")).isEqualTo("1");
        midwife.afterThePregnancy();
        midwife.register();
        assertThat(midwife.number()).hasSize(11);
    }

    @Test
    @Order(31)
    void noEnglishIsLeftOnThePagesInOtherLanguages() {
        assertThat(walk.seen().foreign()).isEmpty();
    }

    @Test
    @Order(32)
    void theNuCheckerFindsNoErrorOnAnyPage() {
        assertThat(walk.seen().folder()).isDirectoryContaining("glob:**.html");
        assertThat(NuChecker.errorsIn(walk.seen().folder())).isEmpty();
    }

    @Test
    @Order(33)
    void theServerIsQuickOnWarmPages(TestReporter reporter) {
        reporter.publishEntry(
                "server time p95 over " + walk.seen().warmPages() + " pages, ms",
                "" + Math.round(walk.seen().p95()));
        assertThat(walk.seen().p95()).isLessThan(SLOWEST_PAGE_MILLIS);
    }
}
