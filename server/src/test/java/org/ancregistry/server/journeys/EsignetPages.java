package org.ancregistry.server.journeys;

import java.net.URI;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;

/** A person at eSignet's pages. */
record EsignetPages(Window window) {

    /** Types her number, gets a code, types it, and agrees to everything that is asked. */
    void proves(SandboxPerson person) {
        asksForCode(person);
        types(SandboxPeople.OTP);
        if (window.shows("#allow")) {
            window.page()
                    .locator("input[type=checkbox]:not([disabled])")
                    .all()
                    .forEach(claim -> window.choose("#" + claim.getAttribute("id")));
            window.press("#allow");
        }
    }

    /** Gets as far as the consent and refuses it. */
    void refuses(SandboxPerson person) {
        asksForCode(person);
        types(SandboxPeople.OTP);
        window.press("#cancel");
    }

    /** Gets as far as the consent and waits too long: the page goes where it would have gone by itself. */
    void letsTheTimeRunOut(SandboxPerson person) {
        asksForCode(person);
        types(SandboxPeople.OTP);
        var transaction =
                window.page().locator("input[name=transaction]").first().inputValue();
        window.visit(URI.create(window.page().url())
                .resolve("/authorize/timeout?transaction=" + transaction)
                .toString());
    }

    /** Types three wrong codes and goes back to where she came from. */
    void failsThreeTimes(SandboxPerson person) {
        asksForCode(person);
        for (var attempt = 0; attempt < 3; attempt++) {
            types("999999");
        }
        window.press("#back-to-client");
    }

    private void asksForCode(SandboxPerson person) {
        window.type("#individual-id", person.individualId());
        window.choose("#channel-phone");
        window.press("#get-otp");
    }

    private void types(String code) {
        window.type("#otp", code);
        window.press("#verify-otp");
    }
}
