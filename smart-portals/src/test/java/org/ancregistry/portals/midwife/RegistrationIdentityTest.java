package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.EVIDENCES;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.NOW;
import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who she is, and which number is hers: steps 1 to 3 of a registration. */
class RegistrationIdentityTest extends MidwifePagesTests {

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
    void looksByNameAmongThoseInCareBeforeTheNationalIdIsAsked() throws Exception {
        var draft = begun();
        var look = at(draft, "find/name");
        assertThat(fernando.read(at(draft, "find"))).contains(look);
        assertThat(fernando.read(look)).contains("name=\"year\"");

        var found = fernando.send(look, "name", "Nimali Perera", "year", "1997", "phone", "0771234521");
        assertThat(Browser.whole(found))
                .contains("2047 KTR9MX 5", "This may be her: go on with this number", "None of these: go on");
        var asked = (Patient) part(REGISTRY.lastAsked(MATCH), "resource").getResource();
        assertThat(asked.getNameFirstRep().getText()).isEqualTo("Nimali Perera");
        assertThat(asked.getBirthDateElement().getValueAsString()).startsWith("1997");
        assertThat(REGISTRY.lastAsked(MATCH).hasParameter("evidence")).isFalse();
        assertThat(fernando.read(at(draft, "history/details"))).contains("Nimali Perera");

        assertThat(fernando.send(at(draft, "find"), "phn", MidwifeUnderTest.PHN).getRedirectedUrl())
                .isEqualTo(at(draft, "identity"));
    }

    @Test
    void showsTheYearWhereNoDayWasSaid() throws Exception {
        var found = fernando.send(at(begun(), "find/name"), "name", "Nimali Perera", "year", "1997");

        assertThat(Browser.whole(found)).contains(">1997<", ">14 March 1997<").containsOnlyOnce("14 March 1997");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1997, '', name-error, Enter her name",
        "Nimali, 97, '', year-error, with four digits",
        "Nimali, 2025, '', year-error, 10 to 60 years old",
        "Nimali, 1997, 4521, phone-error, Enter the whole number"
    })
    void saysWhatTheLookByNameNeeds(String name, String year, String phone, String error, String words)
            throws Exception {
        var wrong = fernando.send(at(begun(), "find/name"), "name", name, "year", year, "phone", phone);
        assertThat(Browser.whole(wrong)).contains(error, words);
        assertThat(REGISTRY.asked(MATCH)).isEmpty();
    }

    @Test
    void hasTheScriptInEveryLanguageBeforeHersIsAsked() throws Exception {
        assertThat(fernando.read(at(begun(), "identity")))
                .contains(
                        "lang=\"si\"><p>ඔබේ සෞඛ්‍ය වාර්තාව".replace("<p>", "\n      <p>"),
                        "lang=\"ta\"",
                        "We ask your national ID")
                .contains("உங்கள் சுகாதாரப் பதிவு");
    }

    @Test
    void asksAgainWhenTheProofIsTooOld() throws Exception {
        var draft = begun();
        var old = MidwifeUnderTest.nimali(draft, NOW.minusSeconds(1));
        EVIDENCES.keep(old);
        drafts.evidence(old);

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
    void readsANumberAgainWhoseLastCharacterDoesNotFit() throws Exception {
        var draft = begun();

        var asked = fernando.send(at(draft, "find"), "phn", "2047 KTR9MX 6");
        assertThat(Browser.whole(asked))
                .contains("Read 2047 KTR9MX 6 once more", "name=\"seen\" value=\"2047KTR9MX6\"", "2047 KTR9MX 6\"");
        assertThat(drafts.find(draft, "Practitioner/7").orElseThrow().entry("phn"))
                .isEmpty();

        assertThat(fernando.send(at(draft, "find"), "phn", "2047 KTR9MX 7", "seen", "2047KTR9MX6")
                        .getStatus())
                .as("another one is asked about again")
                .isEqualTo(200);
        assertThat(fernando.send(at(draft, "find"), "phn", "2047 KTR9MX 6", "seen", "2047KTR9MX6")
                        .getRedirectedUrl())
                .isEqualTo(at(draft, "identity"));
        assertThat(fernando.send(at(draft, "find"), "phn", MidwifeUnderTest.PHN).getRedirectedUrl())
                .as("a number that fits")
                .isEqualTo(at(draft, "identity"));
    }

    @Test
    void saysOfANumberNobodyHasWhetherItWasMisread() throws Exception {
        REGISTRY.refuses(MATCH, 404, "phn-unknown");
        var draft = proven(withPhn(begun()));
        assertThat(fernando.read(at(draft, "compare")))
                .contains("Its last character fits", "choose “Not sure”")
                .containsSubsequence("value=\"not-sure\"", "value=\"issue-new\"");

        fernando.send(at(draft, "find"), "phn", "2047KTR9MX6", "seen", "2047KTR9MX6");
        assertThat(fernando.read(at(draft, "compare")))
                .contains("This number was probably misread", "Change number")
                .doesNotContain("Its last character fits");
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
}
