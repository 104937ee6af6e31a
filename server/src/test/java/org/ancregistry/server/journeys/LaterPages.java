package org.ancregistry.server.journeys;

import org.ancregistry.sandbox.SandboxPerson;

/** What a midwife does about a mother who is in care: all of it from the mother's own page. */
record LaterPages(Window window) {

    /** Her national ID is added: the words are read, and the phone goes to her. */
    void addsHerNationalId(SandboxPerson mother) {
        window.press("main a[href$='/verify']");
        window.choose("#read");
        window.choose("input[name=speaks][value=en]");
        window.press(Window.MAIN_BUTTON);
        window.press(Window.MAIN_BUTTON);
        new EsignetPages(window).proves(mother);
    }

    void decides(String decision) {
        window.choose("input[name=decision][value=" + decision + "]");
        window.press(Window.MAIN_BUTTON);
    }

    /** Hands her over to an area of which the first letters are typed. */
    void handsHerOver(String letters, String area) {
        window.press("main a[href$='/move']");
        window.type("#q", letters);
        window.press("main button[name=search]");
        window.choose("input[name=area][value=" + area + "]");
        window.type("#reason", "To her parents from December on");
        window.press("main button[name=give]");
    }

    /** Takes a mother over who comes to her area. */
    void takesOver(String mother) {
        window.press(".anc-card a[href$='/move']:text-is('" + mother + "')");
        window.press("main button[value=take]");
    }
}
