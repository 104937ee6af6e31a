package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ancregistry.sandbox.SandboxPerson;

/** A midwife at her portal, in whatever language: she finds things by where they are, not by their words. */
record MidwifePages(Window window) {

    void signIn(SandboxPerson midwife) {
        window.open("/midwife");
        window.press(Window.MAIN_BUTTON);
        new EsignetPages(window).proves(midwife);
    }

    /** Begins a registration; {@code phn} may be empty. */
    void begin(String phn) {
        window.press("main form[action$='/registrations'] .govuk-button");
        window.type("#phn", phn);
        window.press(Window.MAIN_BUTTON);
    }

    /** Reads the script, and hands the device to the mother: eSignet's first page is next. */
    void handOver() {
        window.choose("#read");
        window.choose("input[name=speaks][value=en]");
        window.press(Window.MAIN_BUTTON);
        window.press(Window.MAIN_BUTTON);
    }

    /** From the first page to the comparison: she has a number or none, and proves who she is. */
    void begin(String phn, SandboxPerson mother) {
        begin(phn);
        handOver();
        new EsignetPages(window).proves(mother);
    }

    /** Goes on without her national ID, with what she says of herself. */
    void goOnWithoutProof(String reason, String name) {
        goOnWithoutProof(reason, name, LocalDate.of(1999, 12, 31));
    }

    void goOnWithoutProof(String reason, String name, LocalDate born) {
        window.press("main a[href$='/unverified']");
        window.choose("input[name=reason][value=" + reason + "]");
        window.press(Window.MAIN_BUTTON);
        window.type("#answers-name", name);
        window.type("#answers-birth_date", born);
        window.press(Window.MAIN_BUTTON);
    }

    /** Into care, without proof. */
    void registers(String name, LocalDate born, LocalDate lastPeriod) {
        begin("");
        goOnWithoutProof("no-id", name, born);
        decide("issue-new");
        history(lastPeriod);
        register();
    }

    void decide(String decision) {
        window.choose("input[name=decision][value=" + decision + "]");
        window.press(".anc-dec .govuk-button");
    }

    /** Answers what must be answered, a No among it. */
    void history(LocalDate lastPeriod) {
        pregnancy(lastPeriod);
        afterThePregnancy();
    }

    void pregnancy(LocalDate lastPeriod) {
        goTo("pregnancy");
        window.type("#answers-lmp", lastPeriod);
        window.type("#answers-gravida", "2");
        window.type("#answers-parity", "1");
    }

    void afterThePregnancy() {
        goOn("past");
        measured();
        goOn("health");
        window.choose("[name='answers[hx_epilepsy]'][value=no]");
        goOn("home");
        window.choose("[name='answers[language]'][value=en]");
        goOn("private");
        goOn("agreement");
        window.choose("[name='answers[consent]'][value=agreed]");
        window.press(Window.MAIN_BUTTON);
    }

    /** What is asked with nobody listening: she is hurt. */
    void isToldThatSomebodyHurtsHer() {
        window.choose("[name='answers[ipv_enquiry]'][value=yes]");
        window.choose("[name='answers[ipv]'][value=yes]");
        window.choose("[name='answers[ipv_types].ANC.B8.DE130']");
    }

    /** Somebody comes in: one press, and another site is there. */
    void hidesThePage() {
        window.page().locator("a[data-leave]").click();
        window.page().waitForCondition(() -> window.page().title().equals("Encyclopedia"));
    }

    /** Leaves what she has typed, with the button that keeps it. */
    void finishLater() {
        window.press("main form button[name=later]");
    }

    /** Opens the one registration that {@link #list()} shows as not finished. */
    void openDraft() {
        var folded = window.page().locator("main details:not([open]) > summary.anc-card__head");
        if (folded.count() > 0) {
            folded.first().click();
        }
        window.press("main .anc-row a[href*='/registrations/']:not([href$='/delete'])");
    }

    void lookAgainAtThePregnancy() {
        goTo("pregnancy");
    }

    private void measured() {
        goOn("measured");
        window.choose("[name='answers[contact_type]'][value=field-clinic]");
        window.type("#answers-height", "158");
        window.type("#answers-weight", "56.5");
        window.type("#answers-systolic", "112");
        window.type("#answers-diastolic", "70");
    }

    /** Saves this part and goes to the next. */
    private void goOn(String section) {
        window.press("main .anc-actions .govuk-button");
        goTo(section);
    }

    private void goTo(String section) {
        if (!isAt(section)) {
            window.press("main a[href$='/history/" + section + "']");
        }
    }

    private boolean isAt(String section) {
        return window.page().url().endsWith("/history/" + section);
    }

    /** Looks at everything once more and registers her. */
    void register() {
        window.press("main a.govuk-button[href$='/check']");
        window.press(Window.MAIN_BUTTON);
        assertThat(window.page().url()).as(window.text()).endsWith("/done");
    }

    /** The number that the last page shows, without spaces. */
    String number() {
        return window.page().locator(".anc-big").innerText().replaceAll("\\s", "");
    }

    /** Her card, from the page that shows her number. */
    void card() {
        window.press("main a.govuk-button[href$='/card']");
    }

    /** Where the mothers of her area are listed, and what she has not finished. */
    void list() {
        window.press(".anc-top__name");
    }

    /** Opens the record of a mother whom {@link #list()} shows, whether she needs to be seen now or not. */
    void open(String mother) {
        window.press(".anc-tabs a[href$='tab=all']");
        var her = "main a[href*='/mothers/']:text-is('" + mother + "')";
        while (!window.shows(her) && window.shows("main a[rel=next]")) {
            window.press("main a[rel=next]");
        }
        window.press(her);
    }

    /** Begins to write down a clinic of today, at its usual place. */
    void beginsAClinicDay() {
        window.press("main a[href$='/midwife/clinic-day']");
        window.press(Window.MAIN_BUTTON);
    }

    /** A number from the paper list, and her visit. */
    void writesDown(String number, String weight) {
        window.type("#phn", number);
        window.press(Window.MAIN_BUTTON);
        window.choose("input[name=dangers][value=danger_none]");
        window.type("#answers-weight", weight);
        window.type("#answers-systolic", "116");
        window.type("#answers-diastolic", "72");
        window.press("#save-visit");
    }

    /** The figures of her areas. */
    void figures() {
        window.press("main a[href$='/midwife/figures']");
    }

    /** Opens the record of a woman whose pregnancy is over. */
    void openEnded(String mother) {
        window.press(".anc-tabs a[href$='tab=delivered']");
        window.press("main a[href*='/mothers/']:text-is('" + mother + "')");
    }

    /** From a mother's record to her number, and to her card again. */
    void numberAndCard() {
        window.press("xpath=//main//a[starts-with(@href, '/midwife/mothers/')"
                + " and not(contains(substring-after(@href, '/midwife/mothers/'), '/'))]");
    }

    /** The numbers of the results that the comparison shows, in its words. */
    List<String> results() {
        return window.page().locator(".anc-compare .res .anc-chip").allInnerTexts();
    }
}
