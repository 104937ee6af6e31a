package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;

/** What is asked and how it is kept: step 4 of a registration. */
class RegistrationAnswersTest extends MidwifePagesTests {

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
    void computesTheDueDateOfAScanAndShowsItBeforeSheIsRegistered() throws Exception {
        var draft = decided();
        history(draft);
        saved(
                draft,
                "pregnancy",
                "answers[lmp_certainty]",
                "lmp-certainty-unknown",
                "answers[ultrasound_date].day",
                "2",
                "answers[ultrasound_date].month",
                "11",
                "answers[ultrasound_date].year",
                "2026",
                "answers[scan_weeks]",
                "8",
                "answers[scan_days]",
                "2",
                "answers[gravida]",
                "2",
                "answers[parity]",
                "1");
        assertThat(fernando.read(at(draft, "check")))
                .contains("Baby expected on 12 June 2027 (by a scan)", "Today she is 11+2 weeks");

        fernando.send(at(draft, "check"));
        var sent = REGISTRY.lastAsked(REGISTER);
        assertThat(answer(sent, "ultrasound_edd").primitiveValue()).isEqualTo("2027-06-12");
        assertThat(answer(sent, "ultrasound_date").primitiveValue()).isEqualTo("2026-11-02");
        assertThat(sent.getParameter().stream().filter(part -> isAnswer(part, "scan_weeks")))
                .isEmpty();
    }

    @Test
    void keepsSeveralAllergiesAndWhatSheTakes() throws Exception {
        var draft = decided();
        history(draft);
        saved(
                draft,
                "health",
                "answers[allergies].ANC.B6.DE65",
                "yes",
                "answers[allergies].ANC.B6.DE69",
                "yes",
                "answers[medications].ANC.B6.DE110",
                "yes",
                "answers[alcohol_substances].ANC.B6.DE147",
                "yes",
                "answers[ttcv_history]",
                "ANC.B6.DE102");
        assertThat(fernando.read(at(draft, "check"))).contains("Penicillin", "No medicines", "Some doses");
        assertThat(fernando.read(at(draft, "history/health")))
                .contains("name=\"answers[allergies].ANC.B6.DE69\" value=\"yes\" checked=\"checked\"")
                .contains("name=\"answers[allergies].ANC.B6.DE61\" value=\"yes\">");

        fernando.send(at(draft, "check"));
        var sent = REGISTRY.lastAsked(REGISTER);
        assertThat(sent.getParameter().stream().filter(part -> isAnswer(part, "allergies")))
                .extracting(part -> part.getPart().get(1).getValue().primitiveValue())
                .containsExactly("ANC.B6.DE65", "ANC.B6.DE69");
        assertThat(answer(sent, "medications").primitiveValue()).isEqualTo("ANC.B6.DE110");
    }

    @Test
    void setsTheRestOfAListToNoWithOnePressAndKeepsNothingOfItUnseen() throws Exception {
        var draft = decided();

        var set = Browser.whole(fernando.send(
                at(draft, "history/health"),
                "answers[hx_asthma]",
                "yes",
                "answers[allergies].ANC.B6.DE69",
                "yes",
                "none",
                "yes"));

        assertThat(set)
                .contains("is set to No. Look at it once more")
                .containsPattern("name=\"answers\\[hx_asthma]\" value=\"yes\" checked")
                .containsPattern("name=\"answers\\[hx_thyroid]\" value=\"no\" checked")
                .contains("DE69\" value=\"yes\" checked=\"checked\"");
        assertThat(drafts.find(draft, "Practitioner/7").orElseThrow().entry("hx_thyroid"))
                .as("looked at first")
                .isEmpty();
        assertThat(fernando.read(at(draft, "history/past"))).contains("None of the others");
        assertThat(fernando.read(at(draft, "history/home"))).doesNotContain("None of the others");
    }

    @Test
    void writesDownWhatIsNotOnTheList() throws Exception {
        var draft = decided();
        history(draft);
        saved(
                draft,
                "health",
                "answers[allergies].ANC.B6.DE69",
                "yes",
                "answers[allergies].ANC.B6.DE71",
                "yes",
                "answers[allergies_other]",
                "pineapple",
                "answers[alcohol_substances_other]",
                "betel");
        assertThat(fernando.read(at(draft, "check"))).contains("Other allergies: which?", "pineapple", "betel");

        fernando.send(at(draft, "check"));
        var sent = REGISTRY.lastAsked(REGISTER);
        assertThat(sent.getParameter().stream().filter(part -> isAnswer(part, "allergies")))
                .extracting(part -> part.getPart().get(1).getValue().primitiveValue())
                .containsExactly("ANC.B6.DE69", "pineapple");
        assertThat(answer(sent, "alcohol_substances").primitiveValue()).isEqualTo("betel");
    }

    @Test
    void takesNoAllergyTogetherWithOneThatIsWritten() throws Exception {
        var wrong = fernando.send(
                at(begun(), "history/health"),
                "answers[allergies].ANC.B6.DE58",
                "yes",
                "answers[allergies_other]",
                "pineapple");
        assertThat(Browser.whole(wrong)).contains("Tick “No known allergies” alone");
    }

    @Test
    void takesNoAllergyTogetherWithOne() throws Exception {
        var wrong = fernando.send(
                at(begun(), "history/health"),
                "answers[allergies].ANC.B6.DE58",
                "yes",
                "answers[allergies].ANC.B6.DE69",
                "yes");
        assertThat(Browser.whole(wrong)).contains("Tick “No known allergies” alone");
    }

    @Test
    void keepsTheDaysOfHerTetanusDosesAndLeavesOutThoseNobodyKnows() throws Exception {
        var draft = decided();
        history(draft);
        assertThat(fernando.read(at(draft, "history/health"))).contains("<details class=\"anc-details\">");

        saved(draft, "health", doses("ANC.B6.DE102", "tt1_date", "3", "5", "2021", "tt3_date", "1", "6", "2022"));

        assertThat(fernando.read(at(draft, "history/health")))
                .contains("<details class=\"anc-details\" open=\"open\">")
                .contains("name=\"answers[tt3_date].year\"", "value=\"2022\"");
        assertThat(fernando.read(at(draft, "check"))).contains("Tetanus vaccine, dose 3", "1 June 2022");
        fernando.send(at(draft, "check"));
        var sent = REGISTRY.lastAsked(REGISTER);
        assertThat(answer(sent, "tt1_date").primitiveValue()).isEqualTo("2021-05-03");
        assertThat(answer(sent, "tt3_date").primitiveValue()).isEqualTo("2022-06-01");
        assertThat(sent.getParameter().stream().filter(part -> isAnswer(part, "tt2_date")))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheDaysOfHerTetanusDoses() throws Exception {
        var draft = decided();
        history(draft);

        var unsaid = fernando.send(at(draft, "history/health"), doses("", "tt1_date", "3", "5", "2021"));
        assertThat(unsaid.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(unsaid))
                .contains("id=\"answers-ttcv_history-error\"", "choose what she had", "value=\"2021\"")
                .contains("open=\"open\"");
        var none = fernando.send(at(draft, "history/health"), doses("ANC.B6.DE103", "tt1_date", "3", "5", "2021"));
        assertThat(Browser.whole(none)).contains("id=\"answers-ttcv_history-error\"", "was before this pregnancy");
        var order = fernando.send(
                at(draft, "history/health"),
                doses("ANC.B6.DE102", "tt1_date", "3", "5", "2021", "tt2_date", "3", "4", "2021"));
        assertThat(Browser.whole(order)).contains("id=\"answers-tt2_date-error\"", "after that of the dose before");
        var future = fernando.send(at(draft, "history/health"), doses("ANC.B6.DE102", "tt1_date", "3", "5", "2031"));
        assertThat(Browser.whole(future))
                .contains("id=\"answers-tt1_date-error\"", "Tetanus vaccine, dose 1: enter a day up to today");
    }

    /** What she had before, and days of doses: name, day, month and year of each. */
    private static String[] doses(String before, String... days) {
        var fields = new ArrayList<>(List.of("answers[ttcv_history]", before));
        for (var dose = 0; dose < days.length; dose += 4) {
            var name = "answers[" + days[dose] + "]";
            fields.addAll(List.of(
                    name + ".day", days[dose + 1], name + ".month", days[dose + 2], name + ".year", days[dose + 3]));
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void saysThatWeeksOfAScanNeedItsDay() throws Exception {
        var wrong = fernando.send(
                at(begun(), "history/pregnancy"),
                "answers[scan_weeks]",
                "8",
                "answers[gravida]",
                "2",
                "answers[parity]",
                "1");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(wrong))
                .contains("id=\"answers-ultrasound_date-error\"", "the weeks are counted from it");
    }

    @Test
    void saysWhatAgeIsPossibleAndAsksOnceAboutARareOne() throws Exception {
        var draft = begun();
        assertThat(Browser.whole(
                        fernando.send(at(draft, "history/details"), "answers[name]", "Kumari", "answers[age]", "9")))
                .contains("Enter a birth date or an age that makes her 10 to 60 years old");

        var asked = fernando.send(at(draft, "history/details"), "answers[name]", "Kumari", "answers[age]", "14");
        assertThat(Browser.whole(asked)).contains("She would be 14 years old: is that right?");
        assertThat(fernando.send(
                                at(draft, "history/details"),
                                "answers[name]",
                                "Kumari",
                                "answers[age]",
                                "14",
                                "seen",
                                "She would be 14 years old: is that right?")
                        .getStatus())
                .isEqualTo(302);
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

    /** The day is 23 November 2026. */
    @Test
    void asksOnceAboutALastPeriodThatIsTooLongAgo() throws Exception {
        var draft = decided();
        var asked = "By her last period she would be 43+2 weeks today: is that right?";

        assertThat(Browser.whole(fernando.send(at(draft, "history/pregnancy"), pregnantSince("24", "1", "2026"))))
                .contains(asked);
        assertThat(fernando.send(at(draft, "history/pregnancy"), with(pregnantSince("24", "1", "2026"), "seen", asked))
                        .getStatus())
                .isEqualTo(302);
        assertThat(fernando.send(at(draft, "history/pregnancy"), pregnantSince("1", "2", "2026"))
                        .getStatus())
                .as("42 weeks")
                .isEqualTo(302);
        var impossible = fernando.send(at(draft, "history/pregnancy"), pregnantSince("24", "11", "2025"));
        assertThat(impossible.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(impossible)).contains("id=\"answers-lmp-error\"", "52+0 weeks");
    }

    @Test
    void saysWhenTheBabyIsExpectedAsSoonAsThePregnancyIsSaved() throws Exception {
        var draft = decided();
        assertThat(fernando.read(at(draft, "history"))).doesNotContain("Baby expected");

        var saved = fernando.send(at(draft, "history/pregnancy"), pregnantSince("6", "9", "2026"));

        assertThat(fernando.read(saved.getRedirectedUrl()))
                .contains("Baby expected on 13 June 2027 (by her last period)", "Today she is 11+1 weeks");
        assertThat(fernando.read(at(draft, "history"))).contains("Baby expected on 13 June 2027");
    }

    private static String[] pregnantSince(String day, String month, String year) {
        return new String[] {
            "answers[lmp].day",
            day,
            "answers[lmp].month",
            month,
            "answers[lmp].year",
            year,
            "answers[gravida]",
            "2",
            "answers[parity]",
            "1"
        };
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void offersWhatIsKnownOfHerInsteadOfAskingTwice() throws Exception {
        var draft = begun();
        fernando.send(at(draft, "identity"), "read", "yes", "speaks", "ta");
        proven(draft);

        assertThat(fernando.read(at(draft, "history/home")))
                .containsPattern("name=\"answers\\[language]\" value=\"ta\" checked")
                .contains("value=\"0771234521\"");
        assertThat(drafts.find(draft, "Practitioner/7").orElseThrow().entry("language"))
                .as("nothing is taken for an answer")
                .isEmpty();

        fernando.send(at(draft, "history/home"), "answers[phone_shared]", "none", "answers[language]", "si");
        assertThat(fernando.read(at(draft, "history/home")))
                .containsPattern("name=\"answers\\[language]\" value=\"si\" checked")
                .doesNotContain("0771234521");
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
}
