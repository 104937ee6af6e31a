package org.ancregistry.server.journeys;

import java.util.Locale;

/**
 * How somebody looks at the pages.
 *
 * @param width of the screen, in CSS pixels
 * @param scripts whether the browser runs scripts: every journey is walked with and without (invariant I10)
 * @param language in which she reads: si, ta or en
 * @param keyboard whether she has a keyboard and nothing else
 */
record Look(int width, boolean scripts, Locale language, boolean keyboard) {

    static final int PHONE = 390;
    static final int DESK = 1280;

    /** In English on a phone. */
    static Look onAPhone(boolean scripts) {
        return new Look(PHONE, scripts, Locale.ENGLISH, false);
    }

    /** On a small phone, in another language. */
    static Look in(String language) {
        return new Look(360, true, Locale.forLanguageTag(language), false);
    }

    static Look withAKeyboardOnly() {
        return new Look(DESK, true, Locale.ENGLISH, true);
    }

    Look atADesk() {
        return new Look(DESK, scripts, language, keyboard);
    }

    boolean inEnglish() {
        return language.equals(Locale.ENGLISH);
    }
}
