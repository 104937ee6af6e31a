package org.ancregistry.server.journeys;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import org.ancregistry.sandbox.SandboxPerson;

/** A doctor at the clinic's portal; a midwife records visits on the same pages. */
record CarePages(Window window) {

    void signIn(SandboxPerson doctor) {
        window.open("/doctor");
        window.press(Window.MAIN_BUTTON);
        new EsignetPages(window).proves(doctor);
    }

    void find(String number) {
        window.type("#phn", number);
        window.press(Window.MAIN_BUTTON);
    }

    void checkIn(LocalDate born) {
        window.type("#birthDate", born);
        window.press(Window.MAIN_BUTTON);
    }

    void recordVisit(LocalDate next) {
        window.press("main a.govuk-button[href$='/visits/new']");
        window.choose("input[name=dangers][value=danger_none]");
        window.type("#answers-weight", "58.4");
        window.type("#answers-systolic", "118");
        window.type("#answers-diastolic", "74");
        window.type("#answers-haemoglobin", "11.2");
        window.type("#nextDate", next);
        window.press("#save-visit");
    }

    /** A pressure that cannot wait, looked at before anything else is asked. */
    void looksAtAVeryHighPressure() {
        window.press("main a.govuk-button[href$='/visits/new']");
        window.choose("input[name=dangers][value=danger_none]");
        window.type("#answers-systolic", "172");
        window.type("#answers-diastolic", "114");
        window.press("#look-now");
    }

    /** Sends her to the hospital of that name. */
    void sendsHerTo(String hospital) {
        window.page().selectOption("#urgent-to", new SelectOption().setLabel(hospital));
        window.press("#refer-now");
    }
}
