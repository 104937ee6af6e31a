package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.StaffMember;
import org.ancregistry.sandbox.SandboxPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session ends while somebody types: what she typed waits for her alone. */
class KeptFormIT extends OnPortals {

    private static final String FORM = "/midwife/typed";
    private static final String HER_QUESTION = "/mother/appointments/30/another-day";
    private static final Map<String, String> TYPED =
            Map.of("note", "The child moves less.", "_csrf", "of-the-old-session");

    @BeforeEach
    void ruwaniWorks() {
        jdbc.update("delete from kept_form");
        signIn(browser, "national-id", SandboxPeople.ruwani())
                .submit("/sign-in/link", Map.of("code", codes.forStaff("Practitioner/ruwani", "test")));
        browser.open("/midwife/token");
        assertThat(browser.status()).isEqualTo(200);
    }

    private void sessionEnds() {
        jdbc.update("delete from spring_session");
    }

    private void typesAfterTheSessionEnded() {
        sessionEnds();
        browser.post(FORM, TYPED);
        assertThat(browser.target().toString()).endsWith("/sign-in?problem=kept");
        browser.open("/sign-in?problem=kept");
        assertThat(browser.page()).contains("You were signed out", "kept for 30 minutes");
    }

    @Test
    void givesHerBackWhatSheTypedOnce() {
        typesAfterTheSessionEnded();
        signIn(browser, "national-id", SandboxPeople.ruwani());
        assertThat(browser.address().getPath()).isEqualTo("/midwife/kept");
        assertThat(browser.page())
                .contains("action=\"" + FORM + "\"", "name=\"note\" value=\"The child moves less.\"")
                .doesNotContain("of-the-old-session");
        browser.submit(FORM, Map.of("note", "The child moves less.", "_kept", "yes"));
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page()).isEqualTo("The child moves less.");
        browser.open("/midwife/kept");
        assertThat(browser.address().getPath()).isEqualTo("/midwife");
        assertThat(kept()).isZero();
    }

    @Test
    void showsItToNobodyElse() {
        staff.hire(new StaffMember(
                "Practitioner/other", Role.MIDWIFE, "Organization/clinic-7", "Clinic", java.util.Set.of(), "Other"));
        typesAfterTheSessionEnded();
        signIn(browser, "national-id", SandboxPeople.ishara())
                .submit("/sign-in/link", Map.of("code", codes.forStaff("Practitioner/other", "test")));
        assertThat(browser.address().getPath()).isEqualTo("/midwife");
        browser.open("/midwife/kept");
        assertThat(browser.page()).doesNotContain("The child moves less.");
        assertThat(kept()).isZero();
    }

    @Test
    void forgetsItWhenSheThrowsItAwayOrTheTimeIsOver() {
        typesAfterTheSessionEnded();
        signIn(browser, "national-id", SandboxPeople.ruwani());
        browser.submit("/midwife/kept", Map.of());
        assertThat(kept()).isZero();
        typesAfterTheSessionEnded();
        jdbc.update("update kept_form set expires_at = timestamp '2020-01-01 00:00:00'");
        signIn(browser, "national-id", SandboxPeople.ruwani());
        assertThat(browser.address().getPath()).isEqualTo("/midwife");
    }

    @Test
    void keepsNothingThatIsTooLongOrComesFromABrowserWhereNobodySignedIn() {
        sessionEnds();
        browser.post(FORM, Map.of("note", "a".repeat(64 * 1024)));
        assertThat(browser.target().toString()).endsWith("/sign-in?problem=away");
        var strange = new Browser(PortalsStack.SITE);
        strange.post(FORM, TYPED);
        assertThat(strange.target().getPath()).isEqualTo("/sign-in");
        assertThat(strange.target().getQuery()).isNull();
        assertThat(kept()).isZero();
    }

    @Test
    void keepsTheWordsOfAWomanOnHerOwnPhone() {
        nimaliSignsIn();
        sessionEnds();
        browser.post(HER_QUESTION, Map.of("text", "My son has an examination.", "_csrf", "of-the-old-session"));
        assertThat(browser.target().toString()).endsWith("/sign-in?problem=kept");
        signIn(browser, "national-id", SandboxPeople.ishara());
        assertThat(browser.address().getPath()).isEqualTo("/mother/kept");
        assertThat(browser.page()).contains("action=\"" + HER_QUESTION + "\"", "value=\"My son has an examination.\"");
    }

    @Test
    void keepsNothingOfHersOnAPhoneThatOthersUseAndBringsHerBackToThatPage() {
        nimaliSignsIn();
        sessionEnds();
        browser.cookies().put("phone", "shared");
        browser.post(HER_QUESTION, Map.of("text", "My son has an examination."));
        assertThat(browser.target().toString()).endsWith("/sign-in?problem=lost");
        browser.open("/sign-in?problem=lost");
        assertThat(browser.page()).contains("what you typed could not be kept", "type it once more");
        assertThat(kept()).isZero();
        signIn(browser, "national-id", SandboxPeople.ishara());
        assertThat(browser.address().getPath()).isEqualTo(HER_QUESTION);
    }

    /** What she decides is decided anew: it counts only for a fresh sign-in. */
    @Test
    void keepsNothingThatSheDecides() {
        nimaliSignsIn();
        sessionEnds();
        browser.post("/mother/settings", Map.of("share", "nobody"));
        assertThat(browser.target().toString()).endsWith("/sign-in?problem=away");
        assertThat(kept()).isZero();
    }

    private void nimaliSignsIn() {
        browser.cookies().clear();
        signIn(browser, "national-id", SandboxPeople.ishara())
                .submit("/sign-in/link", Map.of("code", codes.forStaff("Practitioner/hers", "test")));
        jdbc.update("update linked_person set person = 'Patient/nimali' where person = 'Practitioner/hers'");
        browser.cookies().clear();
        signIn(browser, "national-id", SandboxPeople.ishara());
        browser.open("/mother/token");
        assertThat(browser.status()).isEqualTo(200);
    }

    @Test
    void keepsItUnreadableInTheTable() {
        typesAfterTheSessionEnded();
        var row = jdbc.queryForMap("select * from kept_form where content is not null");
        assertThat(row.get("OWNER")).isEqualTo("Practitioner/ruwani");
        assertThat(row.toString())
                .doesNotContain("moves less", browser.cookies().get("anc-browser"));
    }

    @Test
    void forgetsWhoseBrowserItIsWhenSheSignsOut() {
        browser.open("/midwife/sign-out-form");
        browser.submit("/sign-out", Map.of());
        assertThat(browser.cookies().getOrDefault("anc-browser", "")).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from kept_form", Integer.class))
                .isZero();
    }

    @Test
    void tellsWhoeverWasAwayThatSheWasSignedOut() {
        sessionEnds();
        browser.open("/midwife/token?lang=en");
        assertThat(browser.address().toString()).endsWith("/sign-in?lang=en&problem=away");
        assertThat(browser.page()).contains("You were signed out", "your saved entries will be there");
    }

    private int kept() {
        return jdbc.queryForObject("select count(*) from kept_form where content is not null", Integer.class);
    }
}
