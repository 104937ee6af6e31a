package org.ancregistry.server.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.ancregistry.sandbox.SandboxPerson;

/** A mother at her own pages. */
record MotherPages(Window window) {

    void signIn(SandboxPerson mother) {
        window.open("/mother");
        window.press(Window.MAIN_BUTTON);
        new EsignetPages(window).proves(mother);
    }

    /** What a page says that the menu leads to: visits, records or appointments. */
    String at(String page) {
        window.press(".anc-tabs a[href$='/mother/" + page + "']");
        return window.text();
    }

    /** What the page of her newest visit says. */
    String newestVisit() {
        at("visits");
        window.press("main .anc-tl li:first-child b a");
        return window.text();
    }

    /** A code for somebody who stands beside her: the address, and the PIN. */
    String[] shares() {
        at("records");
        window.press("main a[href$='/mother/share']");
        window.press("#make-link");
        return new String[] {
            window.page().locator(".anc-share__link").textContent(),
            window.page().locator(".anc-share__pin b").textContent()
        };
    }

    /** Her record as a file, from the page that asks who uses the phone. */
    String download() {
        at("records");
        window.press("main a[href$='/mother/download']");
        window.press("#phone-mine");
        var file = window.page().waitForDownload(() -> window.page().click("#download-file"));
        try {
            return Files.readString(file.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
