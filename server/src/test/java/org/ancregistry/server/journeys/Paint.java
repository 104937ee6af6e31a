package org.ancregistry.server.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;

/**
 * When a slow phone on a slow network shows something of a page, and whether it stays where it is: 50 kbit/s, half a second
 * to and fro, a processor six times slower than this machine's.
 *
 * @param cold milliseconds until something is seen the first time
 * @param warm the same the second time
 * @param shift how much of the page moved while it came (cumulative layout shift)
 */
record Paint(double cold, double warm, double shift) {

    static final double LATEST_COLD = 6_000;
    static final double LATEST_WARM = 2_000;
    static final double MOST_SHIFT = 0.05;

    private static final int BYTES_A_SECOND = 50_000 / 8;
    private static final int ROUND_TRIP_MILLIS = 500;
    private static final int TIMES_SLOWER = 6;
    private static final double PATIENCE = 60_000;

    private static final String FIRST = """
            () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime""";

    private static final String SHIFT = """
            () => new Promise(done => {
              let moved = 0;
              const add = entries => entries.forEach(entry => moved += entry.value);
              const watch = new PerformanceObserver(list => add(list.getEntries()));
              watch.observe({type: 'layout-shift', buffered: true});
              setTimeout(() => { add(watch.takeRecords()); done(moved) }, 300);
            })""";

    /** Opens the page that is shown twice in a browser that has seen nothing, as the person who looks at it now. */
    static Paint of(Page page, Look look, TestBrowser browser) {
        try (var fresh = browser.copyOf(page.context(), look)) {
            var visitor = fresh.newPage();
            slow(visitor);
            var cold = first(visitor, page.url());
            var shift = ((Number) visitor.evaluate(SHIFT)).doubleValue();
            return new Paint(cold, first(visitor, page.url()), shift);
        }
    }

    private static double first(Page visitor, String url) {
        visitor.navigate(url, new NavigateOptions().setTimeout(PATIENCE));
        return ((Number) visitor.waitForFunction(FIRST).jsonValue()).doubleValue();
    }

    private static void slow(Page visitor) {
        var tools = visitor.context().newCDPSession(visitor);
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", ROUND_TRIP_MILLIS);
        network.addProperty("downloadThroughput", BYTES_A_SECOND);
        network.addProperty("uploadThroughput", BYTES_A_SECOND);
        tools.send("Network.enable");
        tools.send("Network.emulateNetworkConditions", network);
        var processor = new JsonObject();
        processor.addProperty("rate", TIMES_SLOWER);
        tools.send("Emulation.setCPUThrottlingRate", processor);
    }
}
