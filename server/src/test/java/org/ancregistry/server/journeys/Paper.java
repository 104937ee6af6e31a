package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A page as the browser prints it, on the paper that its style sheet asks for. */
record Paper(String file) {

    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page[^s]");
    private static final Pattern SIZE = Pattern.compile("/MediaBox\\s*\\[0 0 ([0-9.]+) ([0-9.]+)");

    static Paper of(Page page) {
        return new Paper(
                new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1));
    }

    /** Whether a part of a page may go on on another sheet: what may not leaves the rest of its sheet empty. */
    static boolean goesOn(Page page, String part) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var breaks = page.evaluate("part => getComputedStyle(document.querySelector(part)).breakInside", part);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return "auto".equals(breaks);
    }

    long sheets() {
        return SHEET.matcher(file).results().count();
    }

    /** In points, rounded: half an A4 sheet is 420 × 595. */
    String size() {
        return SIZE.matcher(file)
                .results()
                .map(box -> Math.round(Double.parseDouble(box.group(1))) + " x "
                        + Math.round(Double.parseDouble(box.group(2))))
                .findFirst()
                .orElse("");
    }
}
