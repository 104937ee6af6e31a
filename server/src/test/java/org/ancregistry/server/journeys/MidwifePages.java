package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.ancregistry.sandbox.SandboxPerson;

/** A midwife at her portal, in English. */
final class MidwifePages {

    private final Page page;
    private final Stack stack;
    private final PageRules rules;

    MidwifePages(Page page, Stack stack, boolean scripted) {
        this.page = page;
        this.stack = stack;
        this.rules = PageRules.watching(page, stack.registry().baseUrl().toString(), scripted);
    }

    void signIn(SandboxPerson midwife) {
        page.navigate(stack.at("/midwife?lang=en"));
        rules.hold();
        button("Sign in with your national ID");
        new EsignetPages(page).proves(midwife);
        page.waitForURL("**/midwife**");
        rules.hold();
    }

    /** Begins a registration; {@code phn} may be empty. */
    void begin(String phn) {
        press("Register a mother");
        rules.hold();
        page.locator("#phn").fill(phn);
        press("Continue");
    }

    /** Reads the script, and hands the device to the mother: eSignet's first page is next. */
    void handOver() {
        page.locator("#read").check();
        page.locator("#speaks-en, input[name=speaks][value=en]").first().check();
        rules.hold();
        page.locator("form button[type=submit].govuk-button").click();
        rules.hold();
        page.locator("a.govuk-button").click();
    }

    void decide(String decision) {
        rules.hold();
        page.locator("input[name=decision][value=" + decision + "]").check();
        page.locator(".anc-dec button[type=submit]").click();
    }

    /** Answers what must be answered, a No among it. */
    void history(LocalDate lastPeriod) {
        rules.hold();
        section("pregnancy", () -> {
            date("answers-lmp", lastPeriod);
            page.locator("#answers-gravida").fill("2");
            page.locator("#answers-parity").fill("1");
        });
        section("measured", () -> {
            page.locator("[name='answers[contact_type]'][value=field-clinic]").check();
            page.locator("#answers-height").fill("158");
            page.locator("#answers-weight").fill("56.5");
            page.locator("#answers-systolic").fill("112");
            page.locator("#answers-diastolic").fill("70");
        });
        section(
                "health",
                () -> page.locator("[name='answers[hx_epilepsy]'][value=no]").check());
        section(
                "home",
                () -> page.locator("[name='answers[language]'][value=en]").check());
        section(
                "agreement",
                () -> page.locator("[name='answers[consent]'][value=agreed]").check());
    }

    private void section(String name, Runnable answers) {
        page.navigate(page.url().replaceAll("/history.*|/check.*", "/history/" + name));
        rules.hold();
        answers.run();
        page.locator("form button[type=submit].govuk-button").click();
    }

    private void date(String id, LocalDate day) {
        page.locator("#" + id).fill(Integer.toString(day.getDayOfMonth()));
        page.locator("#" + id + "-month").fill(Integer.toString(day.getMonthValue()));
        page.locator("#" + id + "-year").fill(Integer.toString(day.getYear()));
    }

    void register() {
        page.navigate(page.url().replaceAll("/history.*", "/check"));
        rules.hold();
        press("Register");
        rules.hold();
    }

    /** The number that the last page shows, without spaces. */
    String issuedNumber() {
        assertThat(page.locator(".anc-big").count())
                .as("a number on: %s", text())
                .isEqualTo(1);
        return page.locator(".anc-big").innerText().replaceAll("\\s", "");
    }

    String text() {
        return page.locator("main").innerText();
    }

    void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
