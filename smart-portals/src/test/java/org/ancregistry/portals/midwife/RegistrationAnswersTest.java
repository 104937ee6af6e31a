package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

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
}
