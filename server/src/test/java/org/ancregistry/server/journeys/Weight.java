package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;

/**
 * What a page costs somebody who pays for her data, as the browser counts it.
 *
 * @param requests how many answers came over the wire the first time
 * @param cold bytes over the wire the first time, headers among them
 * @param warm the same the second time
 */
record Weight(int requests, int cold, int warm) {

    static final int MOST_REQUESTS = 4;
    static final int MOST_COLD = 60 * 1024;
    static final int MOST_WARM = 15 * 1024;

    /** What comes from the browser's own cache has no size here. */
    private static final String OVER_THE_WIRE = """
            () => Object.fromEntries(['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
              .filter(entry => entry.transferSize > 0).map(entry => [entry.name, entry.transferSize]))""";

    /** Asks for the page twice in a browser that has seen nothing, as the person who looks at it now. */
    static Weight of(Page page, Look look, TestBrowser browser) {
        // To a place on the page that it shows already a browser only scrolls.
        var url = page.url().replaceFirst("#.*", "");
        try (var fresh = browser.copyOf(page.context(), look)) {
            var visitor = fresh.newPage();
            var first = sizes(visitor, url);
            var icon = (String) visitor.locator("link[rel=icon]").evaluate("link => link.href");
            first.computeIfAbsent(
                    icon, address -> visitor.request().get(address).body().length);
            return new Weight(first.size(), sum(first), sum(sizes(visitor, url)));
        }
    }

    /** A browser may ask for the icon later, or not at all; {@link #of} sees to that. */
    @SuppressWarnings("unchecked")
    private static Map<String, Integer> sizes(Page visitor, String url) {
        visitor.navigate(url);
        if (!visitor.url().equals(url)) {
            throw new AssertionError(url + " leads to " + visitor.url());
        }
        return new HashMap<>((Map<String, Integer>) visitor.evaluate(OVER_THE_WIRE));
    }

    private static int sum(Map<String, Integer> sizes) {
        return sizes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
