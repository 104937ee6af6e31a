package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/**
 * What holds for every page: axe finds nothing, the Nu checker finds no error, the content security policy reports
 * nothing, nothing comes from another host, and the answer is small. Watches one browser page from its first request.
 */
final class PageRules {

    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int WARM_BYTES = 15 * 1024;

    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    private PageRules(Page page, String origin) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            var url = request.url();
            if (page.url().startsWith(origin) && !url.startsWith(origin) && !request.isNavigationRequest()) {
                strangers.add(url);
            }
        });
    }

    static PageRules watching(Page page, String origin) {
        return new PageRules(page, origin);
    }

    /** Holds the page that is shown now against the rules. {@code answer} is the answer that brought it. */
    void hold(Response answer) {
        assertThat(answer.status()).as("status of %s", page.url()).isLessThan(500);
        assertThat(answer.request().sizes().responseBodySize)
                .as("bytes over the wire of %s", page.url())
                .isLessThanOrEqualTo(WARM_BYTES);
        hold();
    }

    /** Holds the page that is shown now against the rules that need no answer at hand. */
    void hold() {
        assertThat(complaints).as("content security policy on %s", page.url()).isEmpty();
        assertThat(strangers).as("third-party hosts on %s", page.url()).isEmpty();
        assertThat(axe()).as("axe on %s", page.url()).isEmpty();
        assertThat(markup()).as("Nu checker on %s", page.url()).isEmpty();
        assertThat(sideways()).as("sideways scroll on %s", page.url()).isFalse();
    }

    private List<String> axe() {
        return new AxeBuilder(page)
                .withTags(AXE_TAGS).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }

    private String markup() {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            var report =
                    checker.validate(new ByteArrayInputStream(page.content().getBytes(StandardCharsets.UTF_8)));
            return String.join(
                    "\n", report.lines().filter(line -> line.contains("error")).toList());
        } catch (IOException | SAXException failure) {
            throw new IllegalStateException("The Nu checker did not run.", failure);
        }
    }

    private boolean sideways() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1");
    }
}
