package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** What cannot wait comes first, with the referral one press away. */
class UrgentPageTest extends CarePagesTests {

    @Test
    void showsAVeryHighPressureBeforeAnythingElseAndKeepsTheEntries() throws Exception {
        hospital();
        var page = send(
                        VISIT,
                        visit(
                                "answers[systolic]",
                                "172",
                                "answers[diastolic]",
                                "114",
                                "date.day",
                                "99",
                                "note",
                                "came alone"))
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("Very high blood pressure: act now", "Repeat within 15 minutes", "172 mmHg")
                .contains("name=\"note\" value=\"came alone\"", "name=\"answers[weight]\" value=\"64.9\"")
                .contains("answers[repeat_systolic]", "Base Hospital Demo", "refer-now")
                .doesNotContain("Is this right?");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void keepsEverythingThatAVisitCanHave() throws Exception {
        hospital();
        var page = send(
                        VISIT,
                        visit(
                                "answers[systolic]",
                                "172",
                                "answers[diastolic]",
                                "114",
                                "medicines[0].text",
                                "Methyldopa",
                                "nextClinic",
                                "2026-12-03T08:30"))
                .getResponse()
                .getContentAsString();
        var kept = Stream.of(VisitForm.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !List.of("dangers", "confirmed", "urgent").contains(name));

        assertThat(page).contains("value=\"2026-12-03T08:30\"");
        assertThat(kept).allSatisfy(name -> assertThat(page).containsPattern("name=\"" + name + "[.\\[\"]"));
    }

    @Test
    void lookedAtAtOnceSaysThatADangerSignCannotWait() throws Exception {
        hospital();
        var page = send(
                        VISIT,
                        "dangers",
                        "danger_convulsing",
                        "urgent.step",
                        "look",
                        "date.day",
                        "22",
                        "date.month",
                        "11",
                        "date.year",
                        "2026")
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Send her to hospital now", "Convulsing");
    }

    @Test
    void saysOnceInTheLetterThatItIsADangerSign() {
        send(
                VISIT,
                "dangers",
                "danger_convulsing",
                "urgent.step",
                "refer",
                "urgent.to",
                "Organization/9",
                "date.day",
                "22",
                "date.month",
                "11",
                "date.year",
                "2026");

        var referral = REGISTRY.lastAsked(RECORD).getParameter("referral").getPart();
        assertThat(referral.get(2).getValue().primitiveValue()).isEqualTo("Danger sign: convulsing");
    }

    @Test
    void lookedAtAtOnceFindsNothingWrongWithWhatIsNotEnteredYet() throws Exception {
        var page = send(
                        VISIT,
                        "urgent.step",
                        "look",
                        "date.day",
                        "22",
                        "date.month",
                        "11",
                        "date.year",
                        "2026",
                        "answers[systolic]",
                        "118",
                        "answers[diastolic]",
                        "74")
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Nothing entered so far is urgent").doesNotContain("dangers-error");
    }

    @Test
    void sendsHerToHospitalByOnePressWithWhatWasEntered() {
        var page = send(
                VISIT,
                visit(
                        "answers[systolic]",
                        "172",
                        "answers[diastolic]",
                        "114",
                        "urgent.step",
                        "refer",
                        "urgent.to",
                        "Organization/9"));

        assertThat(page.getResponse().getRedirectedUrl()).isEqualTo("/doctor/mothers/1/summary");
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(answer(sent, "systolic")).isEqualTo("172 mm[Hg]");
        var referral = sent.getParameter("referral").getPart();
        assertThat(((Reference) referral.get(0).getValue()).getReference()).isEqualTo("Organization/9");
        assertThat(referral.get(1).getValue().primitiveValue()).isEqualTo("urgent");
        assertThat(referral.get(2).getValue().primitiveValue())
                .startsWith("Very high blood pressure on the first reading: ")
                .contains("172", "114");
    }

    @Test
    void asksHowSheGetsThereAndKeepsTheAnswer() throws Exception {
        hospital();
        var severe = visit("answers[systolic]", "172", "answers[diastolic]", "114", "urgent.transport", "A");
        assertThat(send(VISIT, severe).getResponse().getContentAsString())
                .contains("How does she get there?", "<option value=\"A\" selected=\"selected\">Ambulance");

        send(
                VISIT,
                visit(
                        "answers[systolic]",
                        "172",
                        "answers[diastolic]",
                        "114",
                        "urgent.step",
                        "refer",
                        "urgent.to",
                        "Organization/9",
                        "urgent.transport",
                        "A"));
        assertThat(REGISTRY.lastAsked(RECORD).getParameter("referral").getPart())
                .extracting(part -> part.getName() + " " + part.getValue().primitiveValue())
                .contains("transport A");
    }

    @Test
    void sendsHerToHospitalThoughNothingElseWasAsked() {
        send(
                VISIT,
                "requestId",
                "00000000-0000-0000-0000-000000000001",
                "basedOn",
                "4",
                "contactType",
                "home-visit",
                "dangers",
                "danger_convulsing",
                "date.day",
                "22",
                "date.month",
                "11",
                "date.year",
                "2026",
                "urgent.step",
                "refer",
                "urgent.to",
                "Organization/9");

        assertThat(answer(REGISTRY.lastAsked(RECORD), "danger_convulsing")).isEqualTo("true");
        assertThat(REGISTRY.lastAsked(RECORD).getParameter("referral").getPart())
                .extracting(ParametersParameterComponent::getName)
                .containsExactly("to", "urgency", "reason");
    }

    @Test
    void gradesByTheSecondReading() throws Exception {
        hospital();
        var calmer = visit(
                "answers[systolic]",
                "172",
                "answers[diastolic]",
                "114",
                "answers[repeat_systolic]",
                "150",
                "answers[repeat_diastolic]",
                "95",
                "urgent.step",
                "look",
                "urgent.seen",
                "R-BP-SEVERE-1");
        assertThat(send(VISIT, calmer).getResponse().getContentAsString()).contains("Nothing entered so far is urgent");

        var severe = visit(
                "answers[systolic]",
                "172",
                "answers[diastolic]",
                "114",
                "answers[repeat_systolic]",
                "168",
                "answers[repeat_diastolic]",
                "112",
                "urgent.step",
                "look",
                "urgent.seen",
                "R-BP-SEVERE-1");
        assertThat(send(VISIT, severe).getResponse().getContentAsString())
                .contains("Severe hypertension", "Send her to hospital now");
    }

    @Test
    void goesOnWithoutAReferralAndKeepsTheEntries() throws Exception {
        var on = visit(
                "answers[systolic]",
                "172",
                "answers[diastolic]",
                "114",
                "urgent.step",
                "on",
                "urgent.seen",
                "R-BP-SEVERE-1",
                "note",
                "came alone");

        assertThat(send(VISIT, on).getResponse().getContentAsString())
                .contains("value=\"172\"", "came alone", "name=\"urgent.seen\" value=\"R-BP-SEVERE-1\"");
    }

    @Test
    void saysOnceMoreThatItIsUrgentWheneverItIsLookedAt() throws Exception {
        hospital();
        var again = visit(
                "answers[systolic]",
                "172",
                "answers[diastolic]",
                "114",
                "urgent.step",
                "look",
                "urgent.seen",
                "R-BP-SEVERE-1");

        assertThat(send(VISIT, again).getResponse().getContentAsString()).contains("Very high blood pressure: act now");
    }

    @Test
    void choosesNoHospitalOfSeveralAndAsksForOne() throws Exception {
        hospitals("Base Hospital Demo", "Teaching Hospital Demo");
        var page = send(VISIT, visit("dangers", "danger_convulsing")).getResponse();
        assertThat(page.getContentAsString())
                .contains("<option value=\"\">Choose", "Teaching Hospital Demo")
                .doesNotContain("selected");

        var pressed = send(VISIT, visit("dangers", "danger_convulsing", "urgent.step", "refer", "urgent.to", ""));
        assertThat(pressed.getResponse().getStatus()).isEqualTo(422);
        assertThat(pressed.getResponse().getContentAsString())
                .contains("<title>Error:", "href=\"#urgent-to\"", "id=\"urgent-to-error\"")
                .contains("Choose the hospital that she goes to");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void leadsBackToTheReferralAfterSomethingWasPutRight() throws Exception {
        hospitals("Base Hospital Demo", "Teaching Hospital Demo");
        var wrong = visit(
                "dangers",
                "danger_convulsing",
                "answers[weight]",
                "six",
                "urgent.step",
                "refer",
                "urgent.seen",
                "R-DANGER",
                "urgent.to",
                "Organization/10");
        assertThat(send(VISIT, wrong).getResponse().getContentAsString())
                .contains("She is not referred yet", "answers-weight-error")
                .contains("name=\"urgent.to\" value=\"Organization/10\"")
                .doesNotContain("value=\"R-DANGER\"");

        var right = visit("dangers", "danger_convulsing", "urgent.to", "Organization/10");
        assertThat(send(VISIT, right).getResponse().getContentAsString())
                .containsPattern("value=\"Organization/10\" selected");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void keepsTheReferralAtHandWhenSomebodyElseSavedMeanwhile() throws Exception {
        hospitals("Base Hospital Demo", "Teaching Hospital Demo");
        REGISTRY.refuses(RECORD, 409, "version-conflict");
        var sent = visit("dangers", "danger_convulsing", "urgent.step", "refer", "urgent.to", "Organization/10");
        assertThat(send(VISIT, sent).getResponse().getContentAsString())
                .contains("She is not referred yet", "refer-now")
                .containsPattern("value=\"Organization/10\" selected");
    }

    @Test
    void saysWhatTheVisitChanged() throws Exception {
        hospital();
        REGISTRY.answers(SUMMARY, RiskPageTest.risky());
        var page = pages.get()
                .uri("/doctor/mothers/1/summary")
                .flashAttr("saved", true)
                .flashAttr("savedAt", Instant.parse("2026-11-22T05:22:00Z"))
                .flashAttr("gradeBefore", "low")
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains(
                        "The visit is saved, 10:52.",
                        "Before: Low risk.",
                        "Next appointment: 26 November 2026, 09:00.");
    }
}
