package org.ancregistry.server.journeys;

import java.time.LocalDate;

/** A midwife writes down how a pregnancy ended, from the woman's record. */
record EndPages(Window window) {

    private static final String GO_ON = "main button.govuk-button[value=check]";

    /** Says what happened. */
    void begin(String kind) {
        window.press("main a[href$='/outcome']");
        window.choose("input[name=kind][value=" + kind + "]");
        window.press(Window.MAIN_BUTTON);
    }

    void on(LocalDate day) {
        window.type("#date", day);
    }

    /** Says of a child that it was born alive, and what it weighed in g. */
    void child(int number, String grams) {
        window.page().selectOption("#answers-outcome" + number, "baby-outcome-live-birth");
        window.page().selectOption("#answers-sex" + number, "baby-sex-female");
        window.type("#answers-weight" + number, grams);
    }

    void anotherChild() {
        window.press("main button[value=more]");
    }

    /** To the answers, to be looked at once more. */
    void look() {
        window.press(GO_ON);
    }

    void save() {
        window.press("main button.govuk-button[value=save]");
    }

    /** That was a mistake. */
    void takeBack(String reason) {
        window.press("main a[href$='/outcome/wrong']");
        window.type("#reason", reason);
        window.press(Window.MAIN_BUTTON);
    }
}
