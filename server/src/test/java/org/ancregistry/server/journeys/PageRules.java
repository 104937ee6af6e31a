package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every page: axe finds nothing, charts and tables have names, the content security policy reports
 * nothing, nothing comes from another host, everything can be read however small the window is, and the answer is small.
 * Watches one browser page from its first request.
 */
final class PageRules {

    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Page page;
    private final Look look;
    private final SeenPages seen;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    private @Nullable Response answer;

    PageRules(Page page, Look look, SeenPages seen) {
        this.page = page;
        this.look = look;
        this.seen = seen;
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            var url = request.url();
            if (isOurs(page.url()) && !isOurs(url) && !request.isNavigationRequest()) {
                strangers.add(url);
            }
        });
        page.onResponse(this::remember);
    }

    private void remember(Response response) {
        if (response.request().isNavigationRequest() && response.status() / 100 != 3) {
            answer = response;
        }
    }

    String origin() {
        return seen.origin();
    }

    private boolean isOurs(String url) {
        return url.startsWith(origin());
    }

    /** Holds the page that is shown now against the rules, if it is one of the registry's. */
    void hold() {
        if (!isOurs(page.url()) || answer == null) {
            return;
        }
        holdAnswer(answer);
        var kind = kind(answer.status());
        seen.took(
                kind, answer.request().timing().responseStart - answer.request().timing().requestStart);
        if (seen.isNew(look.language() + " " + kind)) {
            seen.keep(name(kind), answer.text(), page);
        }
        if (look.scripts() && seen.isNew("sight " + look.language() + " " + kind)) {
            holdSight(kind);
        }
        if (look.scripts() && seen.isUnweighed(kind)) {
            assertThat(axe()).as("axe on %s", page.url()).isEmpty();
            assertThat(Names.faults(page)).as("names on %s", page.url()).isEmpty();
            holdWeight(answer);
        }
    }

    /** An answer to a form cannot be asked for again. */
    private void holdWeight(Response answer) {
        if (answer.request().method().equals("GET") && answer.status() == 200) {
            var weight = Weight.of(page, look, seen.browser());
            assertThat(weight.requests()).as("requests of %s", page.url()).isLessThanOrEqualTo(Weight.MOST_REQUESTS);
            assertThat(weight.cold()).as("cold bytes of %s", page.url()).isLessThanOrEqualTo(Weight.MOST_COLD);
            assertThat(weight.warm()).as("warm bytes of %s", page.url()).isLessThanOrEqualTo(Weight.MOST_WARM);
        }
    }

    /** What needs no script to be seen. */
    private void holdAnswer(Response answer) {
        var url = page.url();
        assertThat(answer.status()).as("status of %s", url).isLessThan(500);
        assertThat(answer.request().sizes().responseBodySize)
                .as("bytes over the wire of %s", url)
                .isLessThanOrEqualTo(Weight.MOST_WARM);
        assertThat(complaints).as("content security policy on %s", url).isEmpty();
        assertThat(strangers).as("third-party hosts on %s", url).isEmpty();
        assertThat(page.locator("h1").count()).as("first headings of %s", url).isEqualTo(1);
        assertThat(page.locator("main").count()).as("main parts of %s", url).isEqualTo(1);
        assertThat(page.locator("html").getAttribute("lang"))
                .as("language of %s", url)
                .isEqualTo(look.language().getLanguage());
        assertThat(page.title()).as("title of %s", url).isNotBlank();
    }

    private void holdSight(String kind) {
        assertThat(new Sight(page).faults())
                .as("what cannot be read on %s", page.url())
                .isEmpty();
        if (!look.inEnglish()) {
            seen.foreign(name(kind), ForeignWords.on(page));
        }
    }

    /** One for each page and state of it: the address without ids, and what tells its states apart. */
    private String kind(int status) {
        var path = page.url().replace(origin(), "").replaceAll("[?#].*", "");
        var nameless = path.replaceAll("/[\\w-]{43}(?=/|$)|/[0-9a-f-]{16,}|/[0-9]+", "/id");
        return nameless + " " + status + state("alert", "[role=alert]") + state("comparison", ".anc-compare");
    }

    private String state(String word, String selector) {
        return page.locator(selector).count() > 0 ? " " + word : "";
    }

    private String name(String kind) {
        return kind.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-", "") + "-" + look.language();
    }

    private List<String> axe() {
        return new AxeBuilder(page)
                .withTags(AXE_TAGS).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }
}
