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

    /** Her record as a file, from the page that warns of phones that others use. */
    String download() {
        at("records");
        window.press("main a[href$='/mother/download']");
        var file = window.page().waitForDownload(() -> window.page().click(Window.MAIN_BUTTON));
        try {
            return Files.readString(file.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
