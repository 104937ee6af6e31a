package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.ancregistry.sandbox.SandboxPerson;

/** A mother at her own pages, in English. */
final class MotherPages {

    private final Page page;
    private final Stack stack;
    private final PageRules rules;

    MotherPages(Page page, Stack stack, boolean scripted) {
        this.page = page;
        this.stack = stack;
        this.rules = PageRules.watching(page, stack.registry().baseUrl().toString(), scripted);
    }

    void signIn(SandboxPerson mother) {
        page.navigate(stack.at("/mother?lang=en"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in with your national ID"))
                .click();
        new EsignetPages(page).proves(mother);
        page.waitForURL("**/mother**");
    }

    /** What a page says. */
    String at(String path) {
        rules.hold(page.navigate(stack.at(path)));
        return page.locator("body").innerText();
    }
}
