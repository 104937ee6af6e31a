package org.ancregistry.server.journeys;

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
}
