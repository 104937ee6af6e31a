package org.ancregistry.server.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;

/**
 * One person's browser: a profile of her own, so that nobody is signed in, and one page. Every page of the registry that
 * comes up in it is held against the {@link PageRules}.
 */
final class Window implements AutoCloseable {

    /** The one thing to do on a page. */
    static final String MAIN_BUTTON = "main .govuk-button";

    private static final double PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final Hands hands;
    private final PageRules rules;
    private final AtomicInteger loaded = new AtomicInteger();

    Window(BrowserContext context, Look look, SeenPages seen) {
        this.context = context;
        this.page = context.newPage();
        this.hands = look.keyboard() ? new Keys(page) : new Touch(page);
        this.rules = new PageRules(page, look, seen);
        page.onLoad(shown -> loaded.incrementAndGet());
    }

    Page page() {
        return page;
    }

    /** The page at an address of the registry; it comes in the language of the phone. */
    void open(String path) {
        arrive(() -> page.navigate(rules.origin() + path));
    }

    /** A page of somebody else's, wherever it leads. */
    void visit(String address) {
        arrive(() -> page.navigate(address));
    }

    void type(String field, String text) {
        hands.type(field, text);
    }

    /** Types a date into its three boxes. */
    void type(String field, LocalDate day) {
        hands.type(field, Integer.toString(day.getDayOfMonth()));
        hands.type(field + "-month", Integer.toString(day.getMonthValue()));
        hands.type(field + "-year", Integer.toString(day.getYear()));
    }

    void choose(String box) {
        hands.choose(box);
    }

    /** Presses what leads to another page, and waits until that is there. */
    void press(String control) {
        page.locator(control).first().waitFor();
        arrive(() -> hands.press(control));
    }

    private void arrive(Runnable act) {
        var before = loaded.get();
        act.run();
        page.waitForCondition(() -> loaded.get() > before, new WaitForConditionOptions().setTimeout(PATIENCE));
        rules.hold();
    }

    /** How many sheets of paper the page takes. */
    int sheets() {
        var paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (var file = Loader.loadPDF(paper)) {
            return file.getNumberOfPages();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    boolean shows(String selector) {
        return page.locator(selector).count() > 0;
    }

    /** What the page says, without what stands around it on every page. */
    String text() {
        return page.locator("main").innerText();
    }

    /** The whole page, with what stands around its main part. */
    String everything() {
        return page.locator("body").innerText();
    }

    /** What stands in a field. */
    String typed(String field) {
        return page.locator(field).inputValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
