package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a link becomes on paper: its words, and no address behind them. */
class PrintedLinksIT {

    private static final String BEHIND = "link => getComputedStyle(link, '::after').content";

    @ParameterizedTest
    @ValueSource(strings = {"/doctor/mothers/1031/visits/1183", "https://example.org/growth-charts"})
    void printsNoAddressBehindALink(String address) {
        try (var browser = TestBrowser.open();
                var context = browser.context(Look.onAPhone(true))) {
            var page = context.newPage();
            page.setContent("<style>" + style("govuk-anc.min.css") + "</style><a class=\"govuk-link\" href=\"" + address
                    + "\">3 November 2026</a>");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(behind(page)).as("without our own style").contains(address);
            page.addStyleTag(new Page.AddStyleTagOptions().setContent(style("anc.css")));
            assertThat(behind(page)).isEqualTo("none");
        }
    }

    private static String behind(Page page) {
        return String.valueOf(page.locator("a").evaluate(BEHIND));
    }

    private static String style(String file) {
        try (var style = PrintedLinksIT.class.getResourceAsStream("/assets/" + file)) {
            return new String(Objects.requireNonNull(style).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
