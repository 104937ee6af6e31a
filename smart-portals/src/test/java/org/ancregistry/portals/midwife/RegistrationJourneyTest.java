package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.EVIDENCES;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.NOW;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.PHN;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.ancregistry.portals.registry.FakeRegistry;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        classes = MidwifeUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class RegistrationJourneyTest {

    private static final String LIST = "Patient/$anc-work-list";
    private static final String MATCH = "Patient/$match-phn";
    private static final String REGISTER = "Patient/$register-anc";

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Drafts drafts;

    @Autowired
    private JdbcClient database;

    private Browser fernando;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void signIn() {
        REGISTRY.forget();
        REGISTRY.answers(LIST, MidwifeUnderTest.workList())
                .answers(MATCH, MidwifeUnderTest.comparison(PHN))
                .answers(REGISTER, MidwifeUnderTest.registered(PHN))
                .answers("Patient/34", FakeRegistry.patient("34", "Nimali Sanduni Perera", PHN));
        fernando = new Browser(pages, MidwifeUnderTest.fernando(), "en");
    }

    @Test
    void showsWhomToSeeNextAndWhy() throws Exception {
        assertThat(fernando.read("/midwife"))
                .contains("Nimali Sanduni Perera", "2047 KTR9MX 5", "31+5 weeks, Galewela", "5 days overdue")
                .contains("tel:+94771234521", "Overdue (1)", "Kumari Jayasuriya", "Weeks not known yet", "No PHN yet")
                .contains("D. Fernando, PHM");

        var question = REGISTRY.asked(LIST).get(0);
        assertThat(text(REGISTRY.lastAsked(LIST), "tab")).isEqualTo("needs-action");
        assertThat(question.authorization()).isEqualTo("Bearer token-of-fernando");
    }

    @Test
    void turnsThePagesOfATab() throws Exception {
        assertThat(fernando.read("/midwife?tab=overdue&page=1")).contains("tab=overdue&amp;page=2", "page=0");

        assertThat(text(REGISTRY.lastAsked(LIST), "tab")).isEqualTo("overdue");
        assertThat(text(REGISTRY.lastAsked(LIST), "page")).isEqualTo("1");
    }

    @Test
    void beginsTheDayAnewAtAMistypedAddress() throws Exception {
        fernando.read("/midwife?tab=nobody&page=last");

        assertThat(text(REGISTRY.lastAsked(LIST), "tab")).isEqualTo("needs-action");
        assertThat(text(REGISTRY.lastAsked(LIST), "page")).isEqualTo("0");
    }

    @Test
    void registersAVerifiedMotherWithTheNumberSheHas() throws Exception {
        var draft = begun();
        assertThat(fernando.send(at(draft, "find"), "phn", "2047-ktr9mx 5").getRedirectedUrl())
                .endsWith("/identity");
        assertThat(fernando.send(at(draft, "identity"), "read", "yes", "speaks", "si")
                        .getRedirectedUrl())
                .endsWith("/hand-over");
        assertThat(fernando.read(at(draft, "hand-over"))).contains("/identity-checks/start?draft=" + draft);
        proven(draft);
        assertThat(fernando.open(at(draft, "identity?result=verified")).getRedirectedUrl())
                .endsWith("/compare");
        assertThat(fernando.read(at(draft, "compare")))
                .contains("Nimali Sanduni Perera", "නිමාලි සඳුනි පෙරේරා", "14 March 1997", "3 same")
                .contains("1 different", "12 Lake Road, Dambulla", "Ends in 4521")
                .doesNotContain("checked");
        assertThat(fernando.send(at(draft, "compare"), "decision", "use-existing", "moved", "yes")
                        .getRedirectedUrl())
                .endsWith("/history");
        history(draft);
        assertThat(fernando.read(at(draft, "check"))).contains("158 cm", "Same woman", "Verified");

        assertThat(fernando.send(at(draft, "check")).getRedirectedUrl()).endsWith("/done");

        assertThat(fernando.read(at(draft, "done"))).contains("2047 KTR9MX 5", "13 June 2027", "20 December 2026");
        var sent = REGISTRY.lastAsked(REGISTER);
        assertThat(text(sent, "evidence")).isEqualTo("evidence-" + draft);
        assertThat(text(sent, "phn-decision")).isEqualTo("use-existing");
        assertThat(text(sent, "phn")).isEqualTo(PHN);
        assertThat(text(sent, "update-address")).isEqualTo("true");
        assertThat(sent.getParameter("unverified-reason")).isNull();
    }

    @Test
    void sendsANoAsNoAndLeavesOutWhatWasNotAsked() throws Exception {
        var draft = decided();
        history(draft);

        fernando.send(at(draft, "check"));

        var sent = REGISTRY.lastAsked(REGISTER);
        assertThat(((BooleanType) answer(sent, "hx_epilepsy")).booleanValue()).isFalse();
        assertThat(((BooleanType) answer(sent, "hx_asthma")).booleanValue()).isTrue();
        assertThat(sent.getParameter().stream().filter(part -> isAnswer(part, "hx_thyroid")))
                .isEmpty();
        var height = (Quantity) answer(sent, "height");
        assertThat(height.getCode()).isEqualTo("cm");
        assertThat(height.getValue()).isEqualByComparingTo("158");
        assertThat(answer(sent, "lmp").primitiveValue()).isEqualTo("2026-09-06");
    }

    @Test
    void neverSendsWhatTheNationalIdSays() throws Exception {
        var draft = decided();
        history(draft);

        fernando.send(at(draft, "check"));

        var person = (Patient) part(REGISTRY.lastAsked(REGISTER), "person").getResource();
        assertThat(person.hasName()).isFalse();
        assertThat(person.hasBirthDate()).isFalse();
        assertThat(person.getTelecomFirstRep().getValue()).isEqualTo("0771234521");
        assertThat(person.getCommunicationFirstRep()
                        .getLanguage()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("si");
    }

    @Test
    void registersAMotherWithoutAnId() throws Exception {
        var draft = begun();
        fernando.send(at(draft, "find"));
        fernando.send(at(draft, "unverified"), "reason", "no-phone");
        assertThat(fernando.send(at(draft, "history/details"), "answers[name]", "ශ්‍රීමතී කුමාරි", "answers[age]", "29")
                        .getRedirectedUrl())
                .endsWith("/compare");
        REGISTRY.answers(MATCH, new Parameters());
        assertThat(fernando.read(at(draft, "compare")))
                .contains("ශ්‍රීමතී කුමාරි", "Not verified", "Give her a new PHN");
        fernando.send(at(draft, "compare"), "decision", "issue-new");
        history(draft);
        assertThat(fernando.read(at(draft, "check")))
                .contains("ශ්‍රීමතී කුමාරි", "Not verified", "29", "no phone with her");

        fernando.send(at(draft, "check"));

        var sent = REGISTRY.lastAsked(REGISTER);
        var person = (Patient) part(sent, "person").getResource();
        assertThat(text(sent, "unverified-reason")).isEqualTo("no-phone");
        assertThat(sent.getParameter("evidence")).isNull();
        assertThat(sent.getParameter("phn")).isNull();
        assertThat(person.getNameFirstRep().getText()).isEqualTo("ශ්‍රීමතී කුමාරි");
        assertThat(person.getBirthDateElement().getValueAsString()).isEqualTo("1997-01-01");
    }

    @Test
    void sendsTheSameRequestAgainAfterSilence() throws Exception {
        var draft = decided();
        history(draft);
        REGISTRY.isDown(REGISTER);

        var silence = fernando.send(at(draft, "check"));
        assertThat(silence.getStatus()).isEqualTo(503);
        assertThat(Browser.whole(silence)).contains("has not answered yet");
        assertThat(fernando.open(at(draft, "history/home")).getRedirectedUrl()).endsWith("/check");
        REGISTRY.answers(REGISTER, MidwifeUnderTest.registered(PHN));
        fernando.send(at(draft, "check"));
        fernando.send(at(draft, "check"));

        var asked = REGISTRY.asked(REGISTER);
        assertThat(asked).hasSizeGreaterThanOrEqualTo(2);
        assertThat(asked)
                .extracting(FakeRegistry.Asked::body)
                .containsOnly(asked.get(0).body());
    }

    @Test
    void keepsNothingOfWhatSheToldOnceItIsRegistered() throws Exception {
        var draft = decided();
        history(draft);

        fernando.send(at(draft, "check"));

        assertThat(MidwifeUnderTest.kept(database, draft)).isEqualTo("{}");
    }

    @Test
    void showsARefusalAtWhatItIsAbout() throws Exception {
        var draft = decided();
        history(draft);
        REGISTRY.refuses(REGISTER, 400, "answer-invalid", "Parameters.parameter.where(name='answer').height");

        var refused = fernando.send(at(draft, "check"));

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(Browser.whole(refused))
                .contains("not registered yet", "history/measured", "Refused: answer-invalid");
        assertThat(fernando.open(at(draft, "history/measured")).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "409, subject-already-registered, She is registered already",
        "409, phn-bound-to-another, belongs to another woman",
        "409, evidence-expired, older than 30 minutes",
        "403, forbidden, may not register",
    })
    void saysInItsOwnWordsWhyTheRegistryRefused(int status, String code, String words) throws Exception {
        var draft = decided();
        history(draft);
        REGISTRY.refuses(REGISTER, status, code, "Patient/99");

        var refused = fernando.send(at(draft, "check"));

        assertThat(refused.getStatus()).isEqualTo(status);
        assertThat(Browser.whole(refused))
                .contains(words, "/midwife/mothers/99")
                .doesNotContain("Refused:");
    }

    @ParameterizedTest
    @CsvSource({
        "404, phn-unknown, No record can be compared, not-sure",
        "409, phn-retired, no longer used, not-sure",
        "409, phn-not-applicable, a man or a child, not-sure",
        "409, phn-bound-to-another, belongs to another woman, not-sure",
        "503, phn-directory-unavailable, cannot be compared now, not-sure",
    })
    void leavesOnlyTheDecisionsThatANumberAllows(int status, String code, String words, String decision)
            throws Exception {
        var draft = proven(withPhn(begun()));
        REGISTRY.refuses(MATCH, status, code);

        assertThat(fernando.read(at(draft, "compare")))
                .contains(words, "value=\"" + decision + "\"")
                .doesNotContain("value=\"use-existing\"");
        assertThat(fernando.send(at(draft, "compare"), "decision", "use-existing")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void goesOnWhenTheRegistryIsDown() throws Exception {
        var draft = proven(withPhn(begun()));
        REGISTRY.isDown(MATCH);

        assertThat(fernando.read(at(draft, "compare"))).contains("cannot be compared now");
        assertThat(fernando.send(at(draft, "compare"), "decision", "not-sure").getRedirectedUrl())
                .endsWith("/history");
    }

    @Test
    void registersNobodyTwice() throws Exception {
        var draft = proven(begun());
        REGISTRY.refuses(MATCH, 409, "subject-already-registered", "Patient/99");

        assertThat(fernando.read(at(draft, "compare")))
                .contains("She is registered already", "/midwife/mothers/99")
                .doesNotContain("type=\"radio\"");
    }

    @Test
    void choosesNothingBeforehand() throws Exception {
        var draft = proven(withPhn(begun()));

        var undecided = fernando.send(at(draft, "compare"));

        assertThat(undecided.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(undecided)).contains("<title>Error:", "href=\"#decision\"", "id=\"decision\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cancelled", "timeout", "refused", "failed", "unavailable", "already-registered", "expired"})
    void hasWordsAndTwoWaysOutForEveryProblemOfTheIdentityCheck(String result) throws Exception {
        var draft = begun();

        for (var language : new String[] {"en", "si", "ta"}) {
            var page = new Browser(pages, MidwifeUnderTest.fernando(), language)
                    .read(at(draft, "identity?result=" + result));
            assertThat(page).contains("role=\"alert\"", "/unverified?reason=").doesNotContain("checked=\"checked\"");
            assertThat(page).containsAnyOf("href=\"#read\"", "href=\"/midwife\"");
        }
    }

    @Test
    void readsTheScriptToHerFirst() throws Exception {
        var draft = begun();

        var skipped = fernando.send(at(draft, "identity"));

        assertThat(skipped.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(skipped)).contains("id=\"read-error\"", "id=\"speaks-error\"", "href=\"#read\"");
    }

    @Test
    void asksAgainWhenTheProofIsTooOld() throws Exception {
        var draft = begun();
        EVIDENCES.keep(MidwifeUnderTest.nimali(draft, NOW.minusSeconds(1)));
        drafts.evidence(draft, "Practitioner/7", "evidence-" + draft);

        assertThat(fernando.open(at(draft, "compare")).getRedirectedUrl()).endsWith("/identity?result=expired");
    }

    @ParameterizedTest
    @CsvSource({"2047 KTR9*X 5, no “*”", "2047, and this has 4", "ලංකා, no “ල”"})
    void saysWhatIsWrongWithANumber(String typed, String words) throws Exception {
        var draft = begun();

        var wrong = fernando.send(at(draft, "find"), "phn", typed);

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(wrong)).contains(words, "aria-invalid=\"true\"", "value=\"" + typed);
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatToDo() throws Exception {
        var draft = begun();

        var wrong = fernando.send(
                at(draft, "history/measured"),
                "answers[height]",
                "1580",
                "answers[weight]",
                "abc",
                "answers[systolic]",
                "80",
                "answers[diastolic]",
                "120");

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(wrong))
                .contains("value=\"1580\"", "value=\"abc\"", "id=\"answers-weight-error\"", "href=\"#answers-weight\"")
                .contains("Weight: enter a number");
    }

    @Test
    void holdsValuesToTheLimitsOfTheDictionary() throws Exception {
        var draft = begun();

        var wrong = fernando.send(
                at(draft, "history/measured"),
                "answers[contact_type]",
                "home-visit",
                "answers[height]",
                "300",
                "answers[systolic]",
                "80",
                "answers[diastolic]",
                "120");

        assertThat(Browser.whole(wrong)).contains("between 100 and 220", "Read both again");
    }

    @Test
    void asksOnceAboutAnUnusualValue() throws Exception {
        var draft = begun();
        var first = fernando.send(
                at(draft, "history/measured"), "answers[contact_type]", "home-visit", "answers[height]", "130");

        assertThat(Browser.whole(first)).contains("Height: is 130 right?");
        assertThat(drafts.find(draft, "Practitioner/7").orElseThrow().entry("height"))
                .isEmpty();
        var second = fernando.send(
                at(draft, "history/measured"),
                "answers[contact_type]",
                "home-visit",
                "answers[height]",
                "130",
                "seen",
                "Height: is 130 right?");
        assertThat(second.getStatus()).isEqualTo(302);
    }

    @Test
    void keepsEvenWrongEntriesForLater() throws Exception {
        var draft = begun();

        assertThat(fernando.send(at(draft, "history/measured"), "answers[height]", "1580", "later", "yes")
                        .getRedirectedUrl())
                .isEqualTo("/midwife");

        assertThat(fernando.read(at(draft, "history/measured"))).contains("value=\"1580\"");
        assertThat(fernando.read("/midwife")).contains("/midwife/registrations/" + draft);
    }

    @Test
    void registersNothingWhileSomethingIsOpen() throws Exception {
        var draft = begun();

        var early = fernando.send(at(draft, "check"));

        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(early)).contains("Before you can register her", "history/agreement");
        assertThat(REGISTRY.asked(REGISTER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"find", "identity", "compare", "history", "history/home", "check", "done"})
    void showsADraftToItsOwnerOnly(String step) {
        var draft = begun();
        var silva = new Browser(pages, MidwifeUnderTest.silva(), "en");

        assertThat(silva.open(at(draft, step)).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    void speaksThreeLanguagesOnEveryPageAndStaysSmall(String language) throws Exception {
        var reader = new Browser(pages, MidwifeUnderTest.fernando(), language);
        var draft = proven(withPhn(begun()));
        for (var step : new String[] {
            "find",
            "identity",
            "unverified",
            "compare",
            "history",
            "history/details",
            "history/pregnancy",
            "history/past",
            "history/measured",
            "history/health",
            "history/home",
            "history/agreement",
            "check"
        }) {
            var page = reader.read(at(draft, step));
            assertThat(page).contains("<html lang=\"" + language);
            assertThat(compressed(page)).as(step).isLessThan(15 * 1024);
        }
        assertThat(reader.read("/midwife/mothers/34")).contains("2047 KTR9MX 5");
    }

    @Test
    void printsACardThatTellsOnlyTheNumber() throws Exception {
        var card = fernando.read("/midwife/mothers/34/card");

        assertThat(card).contains("2047 KTR9MX 5", "class=\"qr\"", "class=\"c128\"", "D. Fernando");
        assertThat(card).doesNotContain("1997", "Temple Road");
    }

    @Test
    void saysThatTheRegistryDoesNotAnswer() throws Exception {
        REGISTRY.isDown(LIST);

        var page = fernando.open("/midwife");

        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(Browser.whole(page)).contains("does not answer now");
    }

    private String begun() {
        var first = fernando.send("/midwife/registrations").getRedirectedUrl();
        return first.replaceAll(".*/registrations/|/find", "");
    }

    private String withPhn(String draft) {
        fernando.send(at(draft, "find"), "phn", PHN);
        return draft;
    }

    private String proven(String draft) {
        EVIDENCES.keep(MidwifeUnderTest.nimali(draft, NOW.plusSeconds(1500)));
        assertThat(drafts.evidence(draft, "Practitioner/7", "evidence-" + draft))
                .isTrue();
        return draft;
    }

    private String decided() {
        var draft = proven(withPhn(begun()));
        fernando.send(at(draft, "compare"), "decision", "use-existing");
        return draft;
    }

    private void history(String draft) {
        saved(
                draft,
                "pregnancy",
                "answers[lmp].day",
                "6",
                "answers[lmp].month",
                "9",
                "answers[lmp].year",
                "2026",
                "answers[gravida]",
                "2",
                "answers[parity]",
                "1");
        saved(
                draft,
                "measured",
                "answers[contact_type]",
                "field-clinic",
                "answers[height]",
                "158",
                "answers[systolic]",
                "112",
                "answers[diastolic]",
                "70");
        saved(draft, "health", "answers[hx_epilepsy]", "no", "answers[hx_asthma]", "yes", "answers[hx_thyroid]", "");
        saved(draft, "home", "answers[phone]", "0771234521", "answers[phone_shared]", "own", "answers[language]", "si");
        saved(draft, "agreement", "answers[consent]", "agreed");
    }

    private void saved(String draft, String section, String... fields) {
        assertThat(fernando.send(at(draft, "history/" + section), fields).getStatus())
                .as(section)
                .isEqualTo(302);
    }

    private static String at(String draft, String step) {
        return "/midwife/registrations/" + draft + "/" + step;
    }

    private static ParametersParameterComponent part(Parameters sent, String name) {
        return sent.getParameter().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Parameters sent, String name) {
        return part(sent, name).getValue().primitiveValue();
    }

    private static boolean isAnswer(ParametersParameterComponent part, String field) {
        return part.getName().equals("answer")
                && part.getPart().get(0).getValue().primitiveValue().equals(field);
    }

    private static org.hl7.fhir.r4.model.Type answer(Parameters sent, String field) {
        return sent.getParameter().stream()
                .filter(part -> isAnswer(part, field))
                .map(part -> part.getPart().get(1).getValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No answer " + field));
    }

    private static int compressed(String page) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }
}
