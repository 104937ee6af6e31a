package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What holds for every page: axe finds nothing, the content security policy reports nothing, nothing comes from another
 * host, nothing scrolls sideways, and the answer is small. Watches one browser page from its first request.
 */
final class PageRules {

    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int WARM_BYTES = 15 * 1024;

    /** Pages that were held already: the same page of another woman need not be checked again. */
    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    private final Page page;
    private final boolean scripted;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    private PageRules(Page page, String origin, boolean scripted) {
        this.page = page;
        this.scripted = scripted;
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

    /** {@code scripted}: whether the browser runs scripts, which axe needs. */
    static PageRules watching(Page page, String origin, boolean scripted) {
        return new PageRules(page, origin, scripted);
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
        if (!scripted || !HELD.add(kind())) {
            return;
        }
        assertThat(axe()).as("axe on %s", page.url()).isEmpty();
        assertThat(sideways()).as("sideways scroll on %s", page.url()).isFalse();
    }

    /** The address without ids, the heading, and whether something is wrong on it: one for each page and state. */
    private String kind() {
        var path = page.url().replaceAll("\\?.*", "").replaceAll("/[0-9a-f-]{16,}|/[0-9]+", "/*");
        return path + " " + page.title() + " " + page.locator("[role=alert]").count();
    }

    private List<String> axe() {
        return new AxeBuilder(page)
                .withTags(AXE_TAGS).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }

    private boolean sideways() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1");
    }
}
