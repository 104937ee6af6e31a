package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** A pressure that cannot wait is not kept for the last page of a registration. */
class UrgentRegistrationTest extends MidwifePagesTests {

    @Test
    void saysAtOnceThatAVeryHighPressureCannotWaitAndKeepsTheEntries() throws Exception {
        var draft = decided();

        assertThat(measured(draft, "165", "112", "answers[height]", "1580").getRedirectedUrl())
                .isEqualTo(at(draft, "urgent"));

        assertThat(fernando.read(at(draft, "urgent")))
                .contains("Very high blood pressure: act now", "165 mmHg", "112 mmHg", "href=\"tel:1990\"")
                .contains("name=\"answers[repeat_systolic]\"", "Go on with the registration", "autofocus")
                .doesNotContain("minutes’ rest", "??");
        assertThat(fernando.read(at(draft, "history/measured"))).contains("value=\"165\"", "value=\"1580\"");
    }

    @Test
    void saysSoAlsoToHerWhoFinishesLater() throws Exception {
        var draft = decided();

        assertThat(measured(draft, "165", "112", "later", "yes").getRedirectedUrl())
                .isEqualTo(at(draft, "urgent"));
        assertThat(measured(draft, "165", "112", "later", "yes").getRedirectedUrl())
                .as("once only")
                .isEqualTo("/midwife");
    }

    @Test
    void goesOnWithoutAskingAgainWhatWasShownInRed() throws Exception {
        var draft = decided();
        measured(draft, "165", "112");

        var on = fernando.send(at(draft, "urgent"), "urgent.step", "on");

        assertThat(on.getRedirectedUrl()).isEqualTo(at(draft, "history/health"));
        assertThat(fernando.read(at(draft, "check")))
                .contains("Very high blood pressure on the first reading")
                .doesNotContain("R-BP-REPEAT", "minutes’ rest");
        assertThat(drafts.find(draft, "Practitioner/7").orElseThrow().entry("confirmed.systolic"))
                .contains("165");
    }

    @Test
    void asksAboutTheRestOfTheSectionAfterwards() throws Exception {
        var draft = decided();
        measured(draft, "165", "112", "answers[height]", "1580");

        var on = fernando.send(at(draft, "urgent"), "urgent.step", "on");

        assertThat(on.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(on)).contains("answers-height-error", "value=\"165\"");
    }

    @Test
    void gradesByTheSecondReading() throws Exception {
        var draft = decided();
        measured(draft, "165", "112");

        var severe = again(draft, "162", "104");
        assertThat(severe.getRedirectedUrl()).isEqualTo(at(draft, "urgent"));
        assertThat(fernando.read(at(draft, "urgent"))).contains("Send her to hospital now", "162 mmHg");

        assertThat(again(draft, "150", "95").getRedirectedUrl()).isEqualTo(at(draft, "history/health"));
        assertThat(fernando.read(at(draft, "check"))).contains("Second reading, upper number", "150");
    }

    @Test
    void takesNoHalfSecondReading() throws Exception {
        var draft = decided();
        measured(draft, "165", "112");

        var half = again(draft, "150", "");

        assertThat(half.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(half)).contains("id=\"answers-repeat_diastolic-error\"", "value=\"150\"");
    }

    @ParameterizedTest
    @CsvSource({"140, 80, open", "120, 90, open", "139, 89, folded"})
    void asksForASecondReadingFromTheNumbersOfTheRule(String upper, String lower, String boxes) throws Exception {
        var draft = decided();

        var first = measured(draft, upper, lower);

        if (boxes.equals("folded")) {
            assertThat(first.getRedirectedUrl()).isEqualTo(at(draft, "history/health"));
            assertThat(fernando.read(at(draft, "history/measured"))).contains("<details class=\"anc-details\">");
        } else {
            var asked = "Her pressure is raised: let her rest 10 to 15 minutes, then enter the second reading below";
            assertThat(Browser.whole(first)).contains(asked, "<details class=\"anc-details\" open=\"open\">");
            assertThat(measured(draft, upper, lower, "seen", asked).getRedirectedUrl())
                    .isEqualTo(at(draft, "history/health"));
        }
    }

    @Test
    void sendsTheSecondReadingWithTheRegistration() throws Exception {
        var draft = decided();
        history(draft);
        measured(draft, "150", "95", "answers[repeat_systolic]", "128", "answers[repeat_diastolic]", "82");
        measured(
                draft,
                "150",
                "95",
                "answers[repeat_systolic]",
                "128",
                "answers[repeat_diastolic]",
                "82",
                "seen",
                "Blood pressure, upper number: is 150 right? | Blood pressure, lower number: is 95 right?");

        fernando.send(at(draft, "check"));

        assertThat(((Quantity) answer(REGISTRY.lastAsked(REGISTER), "repeat_systolic")).getValue())
                .isEqualByComparingTo("128");
    }

    private MockHttpServletResponse again(String draft, String upper, String lower) {
        return fernando.send(
                at(draft, "urgent"),
                "urgent.step",
                "look",
                "answers[repeat_systolic]",
                upper,
                "answers[repeat_diastolic]",
                lower);
    }

    private MockHttpServletResponse measured(String draft, String upper, String lower, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of(
                "answers[contact_type]", "home-visit", "answers[systolic]", upper, "answers[diastolic]", lower));
        fields.addAll(java.util.List.of(more));
        return fernando.send(at(draft, "history/measured"), fields.toArray(String[]::new));
    }
}
