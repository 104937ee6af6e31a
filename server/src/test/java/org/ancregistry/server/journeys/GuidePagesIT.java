package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ancregistry.server.testing.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guide's pages can be read by everybody: axe finds nothing, and nothing scrolls sideways on a small phone. Pages of
 * one kind are made alike, so the longest of each kind stands for all, but in the long run; each narrative page is a kind of
 * its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuidePagesIT {

    private static final Path PAGES = Path.of("../ig/target/classes/guide");
    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final String guide = RunningRegistry.onH2().baseUrl() + "/guide/";

    private TestBrowser browser;
    private Page page;

    @BeforeAll
    void open() {
        browser = TestBrowser.open();
        page = browser.context(Look.onAPhone(true)).newPage();
        page.setViewportSize(360, 844);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    static Collection<String> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return files
                    .map(Path::toFile)
                    .filter(file -> file.getName().endsWith(".html"))
                    .collect(Collectors.toMap(
                            GuidePagesIT::kind,
                            Function.identity(),
                            BinaryOperator.maxBy(Comparator.comparing(File::length))))
                    .values()
                    .stream()
                    .map(File::getName)
                    .sorted()
                    .toList();
        }
    }

    private static String kind(File page) {
        return Boolean.getBoolean("anc.long") ? page.getName() : page.getName().replaceFirst("-.*", "");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void canBeReadByEverybody(String name) {
        page.navigate(guide + name);
        var violations = new AxeBuilder(page)
                .withTags(AXE_TAGS).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ", "
                                + rule.getNodes().size() + " times, first: "
                                + rule.getNodes().get(0).getHtml())
                        .toList();
        assertThat(violations).as("axe on %s", name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("scrolls sideways: %s", name)
                .isEqualTo(0);
    }
}
