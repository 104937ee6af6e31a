package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What she is asked with nobody listening, in a registration: nobody who looks on reads it, and nothing of it is lost. */
@TestPropertySource(properties = {"anc.portals.violence-phone=0115550201", "anc.portals.mood-phone=0115550202"})
class PrivateSectionTest extends MidwifePagesTests {

    private static final String SECTION = "history/private";
    private static final String KEPT = "history/private/kept";
    private static final String[] HURT = {
        "ipv_enquiry", "yes", "ipv", "yes", "ipv_types.ANC.B8.DE130", "yes", "ipv_types.ANC.B8.DE133", "yes"
    };

    @Test
    void isAskedAfterHerHomeAndNeedNotBe() throws Exception {
        var draft = decided();
        history(draft);
        assertThat(fernando.read(at(draft, "history"))).contains("Private questions", "Can stay empty");
        saved(draft, "private");
        assertThat(fernando.read(at(draft, "check"))).doesNotContain("Before you can register her");

        fernando.send(at(draft, "check"));
        assertThat(REGISTRY.lastAsked(REGISTER).getParameter().stream().filter(part -> isAnswer(part, "ipv_enquiry")))
                .isEmpty();
    }

    @Test
    void saysFirstWhenToAskAndHasANeutralTitleAndAWayOut() throws Exception {
        assertThat(fernando.read(at(begun(), SECTION)))
                .contains("<title>Clinic</title>")
                .contains("Ask only when nobody listens", "You need not answer")
                .contains("href=\"/leave/away\"", "data-leave")
                .contains("autocomplete=\"off\"");
    }

    @Test
    void sendsWhatSheSaidAndHowSheFelt() {
        var draft = decided();
        history(draft);
        saved(draft, "private", fields("mood_interest", "LA6569-3", "mood_down", "LA6568-5"));
        saved(draft, "private", fields(HURT));

        fernando.send(at(draft, "check"));

        var sent = REGISTRY.lastAsked(REGISTER);
        assertThat(((BooleanType) answer(sent, "ipv_enquiry")).booleanValue()).isTrue();
        assertThat(((BooleanType) answer(sent, "ipv")).booleanValue()).isTrue();
        assertThat(sent.getParameter().stream().filter(part -> isAnswer(part, "ipv_types")))
                .extracting(part -> part.getPart().get(1).getValue().primitiveValue())
                .containsExactly("ANC.B8.DE130", "ANC.B8.DE133");
        assertThat(sent.getParameter().stream().filter(part -> isAnswer(part, "mood_interest")))
                .as("the section was saved again without it")
                .isEmpty();
    }

    @Test
    void noAddressShowsTheAnswersAndOneButtonDoes() throws Exception {
        var draft = begun();
        saved(draft, "private", fields(HURT));

        assertThat(fernando.open(at(draft, SECTION)).getRedirectedUrl()).endsWith(KEPT);
        assertThat(fernando.read(at(draft, KEPT)))
                .contains("<title>Clinic</title>", "They are not shown here")
                .doesNotContain("Her body is hurt", "checked", "Believe");
        var shown = fernando.send(at(draft, SECTION), "open", "yes");
        assertThat(shown.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(Browser.whole(shown))
                .contains("name=\"answers[ipv_types].ANC.B8.DE130\" value=\"yes\" checked=\"checked\"");
    }

    @Test
    void saysOnceWhatToDoAboutViolenceAndKeepsThatItWasDone() throws Exception {
        var draft = begun();
        var saved = fernando.sent(at(draft, SECTION), fields(HURT));
        assertThat(saved.getResponse().getRedirectedUrl()).endsWith(KEPT);
        var todo = fernando.follow(saved);
        assertThat(todo).contains("Somebody hurts her: what to do now", "0115550201", "Was she given this support?");
        assertThat(todo).doesNotContain("0115550202");

        var done = fernando.send(at(draft, SECTION), "support", "yes");
        assertThat(done.getRedirectedUrl()).endsWith("history/agreement");
        assertThat(drafts.find(draft, "Practitioner/7").orElseThrow().entry("ipv_support"))
                .contains("yes");
    }

    @Test
    void saysWhatToDoWhenSheFeelsLowFromThreePointsOn() throws Exception {
        var draft = begun();
        var low = fernando.sent(at(draft, SECTION), fields("mood_interest", "LA6569-3", "mood_down", "LA6570-1"));
        assertThat(fernando.follow(low)).contains("She feels low: what to do now", "0115550202");
        var well = fernando.send(at(draft, SECTION), fields("mood_interest", "LA6569-3", "mood_down", "LA6569-3"));
        assertThat(well.getRedirectedUrl()).endsWith("history/agreement");
    }

    @Test
    void supportForWhomNobodyHurtsIsNotWrittenDown() {
        var draft = begun();
        saved(draft, "private", fields("ipv_enquiry", "yes", "ipv", "no"));
        fernando.send(at(draft, SECTION), "support", "yes");
        assertThat(drafts.find(draft, "Practitioner/7").orElseThrow().entry("ipv_support"))
                .isEmpty();
    }

    @Test
    void theLastPageFoldsThemAndSaysThatSheDidNotAnswer() throws Exception {
        var draft = decided();
        history(draft);
        saved(draft, "private", fields("ipv_enquiry", "yes"));
        assertThat(fernando.read(at(draft, "check")))
                .contains("<details class=\"anc-details anc-noprint\"><summary>Private answers</summary>")
                .contains("Asked, did not answer")
                .doesNotContain("what to do now");
        saved(draft, "private", fields(HURT));
        assertThat(outsideTheFold(fernando.read(at(draft, "check"))))
                .contains("Private questions", "Private answers")
                .doesNotContain("hurt", "control her", "of the family");
    }

    @Test
    void thoseWhoCannotBeAskedAreNotAskedAndWhyIsTold() throws Exception {
        var draft = begun();
        var silent = fernando.send(at(draft, SECTION), fields("ipv_enquiry", "no", "mood_down", "LA6571-9"));
        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(Browser.whole(silent))
                .contains("id=\"answers-ipv_not_asked-error\"", "Choose why she cannot be asked")
                .contains("id=\"answers-mood_down-error\"", "leave this empty if she cannot be asked alone");
        var unsaid = fernando.send(at(draft, SECTION), fields("ipv_not_asked", "ANC.B8.DE125"));
        assertThat(Browser.whole(unsaid)).contains("id=\"answers-ipv_enquiry-error\"", "Say first whether");
        saved(draft, "private", fields("ipv_enquiry", "no", "ipv_not_asked", "ANC.B8.DE126"));
    }

    @Test
    void refusesWhatCannotAllBeTrueAtItsField() throws Exception {
        var draft = begun();
        assertThat(Browser.whole(fernando.send(
                        at(draft, SECTION), fields("ipv_enquiry", "yes", "ipv_not_asked", "ANC.B8.DE125"))))
                .contains("id=\"answers-ipv_not_asked-error\"", "She was asked");
        assertThat(Browser.whole(fernando.send(at(draft, SECTION), fields("ipv", "no"))))
                .contains("id=\"answers-ipv-error\"", "say above that she can be asked alone");
        assertThat(Browser.whole(fernando.send(
                        at(draft, SECTION),
                        fields("ipv_enquiry", "yes", "ipv", "no", "ipv_types.ANC.B8.DE131", "yes"))))
                .contains("id=\"answers-ipv_types-error\"", "Tick ways only if she says that she is hurt");
    }

    @Test
    void neitherTheListNorWhatIsLeftAfterwardsHoldsThem() throws Exception {
        var draft = decided();
        history(draft);
        saved(draft, "private", fields(HURT));
        assertThat(fernando.read("/midwife")).doesNotContain("hurt", "Private");
        fernando.send(at(draft, "check"));
        assertThat(database.sql("select entries from registration_draft where id = :id")
                        .param("id", draft)
                        .query(String.class)
                        .single())
                .doesNotContain("ipv", "DE130");
    }

    private static String outsideTheFold(String page) {
        return page.replaceAll(
                "(?s)<details class=\"anc-details anc-noprint\">(<summary>.*?</summary>).*?</details>", "$1");
    }

    private static String[] fields(String... names) {
        var fields = new ArrayList<>(List.of(names));
        for (var name = 0; name < fields.size(); name += 2) {
            fields.set(name, fields.get(name).replaceFirst("^(\\w+)", "answers[$1]"));
        }
        return fields.toArray(String[]::new);
    }
}
