package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.ancregistry.sandbox.SandboxPerson;

/** A doctor at the clinic's portal, in English. */
final class DoctorPages {

    private final Page page;
    private final Stack stack;
    private final PageRules rules;

    DoctorPages(Page page, Stack stack, boolean scripted) {
        this.page = page;
        this.stack = stack;
        this.rules = PageRules.watching(page, stack.registry().baseUrl().toString(), scripted);
    }

    void signIn(SandboxPerson doctor) {
        page.navigate(stack.at("/doctor?lang=en"));
        press("Sign in with your national ID");
        new EsignetPages(page).proves(doctor);
        page.waitForURL("**/doctor**");
        rules.hold();
    }

    void find(String number) {
        page.locator("#phn").fill(number);
        press("Find");
        rules.hold();
    }

    void checkIn(LocalDate born) {
        date("birthDate", born);
        press("Check her in");
        page.waitForURL("**/summary**");
        rules.hold();
    }

    void recordVisit(LocalDate next) {
        press("Record a visit");
        rules.hold();
        page.locator("input[name=dangers][value=danger_none]").check();
        page.locator("#answers-weight").fill("58.4");
        page.locator("#answers-systolic").fill("118");
        page.locator("#answers-diastolic").fill("74");
        page.locator("#answers-haemoglobin").fill("11.2");
        date("nextDate", next);
        page.locator("#save-visit").click();
        page.waitForURL("**/summary**");
        rules.hold();
    }

    String text() {
        return page.locator("body").innerText();
    }

    private void date(String id, LocalDate day) {
        page.locator("#" + id).fill(Integer.toString(day.getDayOfMonth()));
        page.locator("#" + id + "-month").fill(Integer.toString(day.getMonthValue()));
        page.locator("#" + id + "-year").fill(Integer.toString(day.getYear()));
    }

    private void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
