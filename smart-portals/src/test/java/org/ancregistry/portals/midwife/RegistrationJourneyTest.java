package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.PHN;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.ancregistry.domain.rules.Severity;
import org.ancregistry.portals.registry.FakeRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registration from the first step to the card. */
class RegistrationJourneyTest extends MidwifePagesTests {

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

        assertThat(fernando.read(at(draft, "done")))
                .contains("2047 KTR9MX 5", "13 June 2027", "20 December 2026")
                .as("her record names no phone")
                .doesNotContain("sms:");
        var sent = REGISTRY.lastAsked(REGISTER);
        assertThat(text(sent, "evidence")).isEqualTo("evidence-" + draft);
        assertThat(text(sent, "phn-decision")).isEqualTo("use-existing");
        assertThat(text(sent, "phn")).isEqualTo(PHN);
        assertThat(text(sent, "update-address")).isEqualTo("true");
        var agreed = ((Patient) sent.getParameter("person").getResource())
                .getExtensionByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-texts-agreed");
        assertThat(agreed.getValue().primitiveValue()).isEqualTo("true");
        var reached = FakeRegistry.patient("34", "Nimali Sanduni Perera", PHN);
        reached.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("0771234521");
        REGISTRY.answers("Patient/34", reached);
        assertThat(fernando.read(at(draft, "done")))
                .contains("href=\"sms:+94771234521?body=Your%20number%3A%202047%20KTR9MX%205.", "Ask her first");
        REGISTRY.isDown("Patient/34");
        assertThat(fernando.read(at(draft, "done"))).as("all the same").contains("2047 KTR9MX 5");
        assertThat(sent.getParameter("unverified-reason")).isNull();
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

        assertThat(MidwifeUnderTest.kept(database, draft))
                .as("where she was seen, and nothing that she told")
                .matches("\\{\"contact_type\":\"[a-z-]+\"}");
    }

    @Test
    void preparesTheReferralFromWhereSheWasSeen() throws Exception {
        REGISTRY.answers(REGISTER, urgent());
        var draft = decided();
        history(draft);
        fernando.send(at(draft, "history/measured"), "answers[contact_type]", "home-visit", "answers[height]", "158");

        fernando.send(at(draft, "check"));

        assertThat(fernando.read(at(draft, "done")))
                .contains("name=\"contactType\" value=\"home-visit\"", "name=\"contact\" value=\"Encounter/40\"");
    }

    @ParameterizedTest
    @CsvSource({"en, Very high blood pressure", "si, රුධිර පීඩනය ඉතා ඉහළයි", "ta, மிக அதிக இரத்த அழுத்தம்"})
    void saysInHerLanguageWhatIsUrgent(String language, String words) throws Exception {
        REGISTRY.answers(REGISTER, urgent());
        var draft = decided();
        history(draft);
        fernando.send(at(draft, "check"));

        var page = new Browser(pages, MidwifeUnderTest.fernando(), language).read(at(draft, "done"));
        assertThat(page.replaceAll("(?s).*anc-alert--page(.*?)<form.*", "$1"))
                .contains(words)
                .doesNotContain("??", "for the letter");
    }

    private static Parameters urgent() {
        REGISTRY.answers("Organization", new Bundle());
        var answer = MidwifeUnderTest.registered(PHN);
        answer.addParameter("version", "1");
        answer.addParameter().setName("contact").setValue(new Reference("Encounter/40"));
        var referral = answer.addParameter().setName("prepared-referral");
        referral.addPart().setName("urgency").setValue(new CodeType("urgent"));
        referral.addPart().setName("reason").setValue(new StringType("for the letter"));
        met(answer, "R-BP-SEVERE-1", Severity.URGENT);
        met(answer, "R-RH", Severity.HIGH);
        return answer;
    }

    /** As the registry writes a rule that is met: its own grade, which is no grade of the woman's. */
    private static void met(Parameters answer, String rule, Severity severity) {
        var assessment = answer.addParameter().setName("assessment");
        assessment.addPart().setName("rule").setValue(new CodeType(rule));
        assessment.addPart().setName("grade").setValue(new CodeType(severity.code()));
    }

    @Test
    void goesOnAtTheFirstStepThatIsNotDone() throws Exception {
        var draft = begun();
        goesOnAt(draft, "find");
        fernando.send(at(draft, "find"), "phn", PHN);
        goesOnAt(draft, "identity");
        proven(draft);
        goesOnAt(draft, "compare");
        fernando.send(at(draft, "compare"), "decision", "use-existing");
        goesOnAt(draft, "history");
        history(draft);
        goesOnAt(draft, "check");

        assertThat(fernando.read("/midwife")).contains("href=\"/midwife/registrations/" + draft + "\"");
        assertThat(new Browser(pages, MidwifeUnderTest.silva(), "en")
                        .open("/midwife/registrations/" + draft)
                        .getStatus())
                .isEqualTo(404);
    }

    private void goesOnAt(String draft, String step) {
        assertThat(fernando.open("/midwife/registrations/" + draft).getRedirectedUrl())
                .isEqualTo(at(draft, step));
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
    @ValueSource(strings = {"en", "si", "ta"})
    void speaksThreeLanguagesOnEveryPageAndStaysSmall(String language) throws Exception {
        var reader = new Browser(pages, MidwifeUnderTest.fernando(), language);
        var draft = proven(withPhn(begun()));
        for (var step : new String[] {
            "find",
            "find/name",
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
    void printsTheNumberOfHerMidwifeOnHerCard() throws Exception {
        var patient = FakeRegistry.patient("34", "Nimali Sanduni Perera", PHN);
        patient.setManagingOrganization(new Reference("Organization/2"));
        var area = new Organization().setName("Galewela 2");
        area.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("066 555 0102");
        area.setId("Organization/2");
        REGISTRY.answers("Patient/34", patient).answers("Organization/2", area);

        assertThat(fernando.read("/midwife/mothers/34/card")).contains("D. Fernando, PHM, 066 555 0102");
    }

    @Test
    void writesIntoTheTrailThatACardWasPrintedBeforeItIsShown() throws Exception {
        MidwifeUnderTest.CARDS.clear();
        fernando.read("/midwife/mothers/34/card");
        fernando.read("/midwife/mothers/34/card");
        assertThat(MidwifeUnderTest.CARDS)
                .as("each time that it is printed")
                .containsExactly("Practitioner/7 midwife Patient/34", "Practitioner/7 midwife Patient/34");
    }

    /** A name is never cut; it is set the smaller the longer it is, so that the barcode stays on the card. */
    @ParameterizedTest
    @CsvSource({
        "Nimali Perera, nm",
        "Natasha Marie van Langenberg-Perera, nm long",
        "Hettiarachchi Mudiyanselage Sachini Madushani Wickramasinghe, nm longer"
    })
    void setsALongNameSmallerOnTheCard(String name, String look) throws Exception {
        REGISTRY.answers("Patient/34", FakeRegistry.patient("34", name, PHN));

        assertThat(fernando.read("/midwife/mothers/34/card"))
                .containsPattern("class=\"" + look + "\"[^>]*>" + name + "<");
    }

    private static int compressed(String page) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }
}
