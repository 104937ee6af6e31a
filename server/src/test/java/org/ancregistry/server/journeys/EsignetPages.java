package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;

/** A person at eSignet's pages. */
final class EsignetPages {

    private final Page page;

    EsignetPages(Page page) {
        this.page = page;
    }

    /** Types her number, gets a code, types it, and agrees to everything that is asked. */
    void proves(SandboxPerson person) {
        asksForCode(person);
        types(SandboxPeople.OTP);
        if (page.locator("#allow").count() > 0) {
            page.locator("input[type=checkbox]:not([disabled])").all().forEach(claim -> claim.check());
            page.locator("#allow").click();
        }
    }

    /** Gets as far as the consent and refuses it. */
    void refuses(SandboxPerson person) {
        asksForCode(person);
        types(SandboxPeople.OTP);
        page.locator("#cancel").click();
    }

    /** Types three wrong codes and goes back to where she came from. */
    void failsThreeTimes(SandboxPerson person) {
        asksForCode(person);
        for (var attempt = 0; attempt < 3; attempt++) {
            types("999999");
        }
        page.locator("#back-to-client").click();
    }

    void asksForCode(SandboxPerson person) {
        page.locator("#individual-id").fill(person.individualId());
        page.locator("#channel-phone").check();
        page.locator("#get-otp").click();
    }

    private void types(String code) {
        page.locator("#otp").fill(code);
        page.locator("#verify-otp").click();
    }
}
