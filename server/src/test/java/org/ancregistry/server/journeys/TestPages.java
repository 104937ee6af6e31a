package org.ancregistry.server.journeys;

/** The pages about tests, additions and what was wrong, from the record of one mother. */
record TestPages(Window window) {

    void openTests() {
        window.press("main a[href$='/tests']");
    }

    void order(String... tests) {
        for (var test : tests) {
            window.choose("input[name=tests][value=" + test + "]");
        }
        window.press("#order-tests");
    }

    /** From the page of her tests: what came on paper. */
    void write(String haemoglobin, String syphilis) {
        window.press("main a[href$='/tests/results']");
        window.type("#answers-haemoglobin", haemoglobin);
        window.page().selectOption("#answers-syphilis", syphilis);
        window.press("#save-results");
    }

    /** Whatever is new was looked at, and told. */
    void looksAtAll() {
        for (var box : window.page()
                .locator("input[name=order][type=checkbox], input[name=result]")
                .all()) {
            window.choose("#" + box.getAttribute("id"));
        }
        window.press("#save-seen");
    }

    void back() {
        window.press("main a.govuk-back-link");
    }

    /** The page of the visit that stands first, which is also that of whatever was added to it. */
    void opensTheNewest() {
        window.press("main .anc-tl li:first-child b a");
    }

    void strikesTheNewestAdditionOut(String reason) {
        opensTheNewest();
        window.press("main .anc-added a[href$='/strike'] >> nth=-1");
        window.type("#reason", reason);
        window.press("#save-strike");
    }
}
