package org.ancregistry.server.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium, driven by Playwright. {@code ./anc test} says by environment variables where the browser and
 * Playwright's Node program lie.
 */
final class TestBrowser implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static TestBrowser open() {
        System.setProperty("playwright.cli.dir", driver().toString());
        var node = System.getenv().getOrDefault("PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node");
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(
                                System.getenv().getOrDefault("ANC_CHROMIUM", "/usr/bin/chromium-headless-shell")))
                        .setArgs(QUIET));
        return new TestBrowser(playwright, browser);
    }

    /** A fresh browser profile, nobody signed in. Nothing is kept for when there is no network: each page comes over the wire. */
    BrowserContext context(Look look) {
        return context(look, new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    }

    /** A fresh browser profile that keeps what the pages keep on phones. */
    BrowserContext keeping(Look look) {
        return context(look, new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.ALLOW));
    }

    /** A browser with nothing in its cache, in which whoever is signed in in {@code other} is signed in, too. */
    BrowserContext copyOf(BrowserContext other, Look look) {
        return context(
                look,
                new Browser.NewContextOptions()
                        .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                        .setStorageState(other.storageState()));
    }

    private BrowserContext context(Look look, Browser.NewContextOptions options) {
        var context = browser.newContext(options.setViewportSize(look.width(), 844)
                .setLocale(look.language() + "-LK")
                .setJavaScriptEnabled(look.scripts()));
        context.setDefaultTimeout(15_000);
        return context;
    }

    private static Path driver() {
        var said = System.getenv("ANC_PLAYWRIGHT_DRIVER");
        var driver = said != null ? Path.of(said) : Path.of("src/test/browser/node_modules/.driver");
        if (!Files.exists(driver.resolve("package/cli.js"))) {
            throw new IllegalStateException("Playwright is not installed: run ./anc test server once.");
        }
        return driver.toAbsolutePath();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
