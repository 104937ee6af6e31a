package org.ancregistry.portals.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A chart looks on paper as it does on its page. */
class DrawingTest {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");

    @Test
    void takesItsLookFromTheStyleSheetOfThePages() throws IOException {
        try (var assets = Objects.requireNonNull(DrawingTest.class.getResourceAsStream("/assets/anc.css"))) {
            var sheet = new String(assets.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(RULE.matcher(Drawing.STYLE).results())
                    .filteredOn(rule -> rule.group(1).strip().startsWith("."))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(rule -> assertThat(sheet)
                            .contains(".anc-chart " + rule.group(1).strip().replace(",", ",.anc-chart ") + "{"
                                    + rule.group(2) + "}"));
            assertThat(sheet)
                    .as("the white edge")
                    .contains(".anc-chart .rule-label{paint-order:stroke;stroke:#fff;stroke-width:3px");
        }
    }
}
