package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.junit.jupiter.api.Test;

/** The readable guide is whole. */
class SiteTest {
    private static final Path SITE = Path.of("target/classes/guide");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    @Test
    void hasNoBrokenLink() throws IOException {
        assertThat(pages())
                .hasSizeGreaterThan(100)
                .allSatisfy(page -> assertThat(linksIn(page))
                        .filteredOn(link -> !link.startsWith("http"))
                        .allSatisfy(link -> assertThat(leadsSomewhere(page, link))
                                .as(page + " " + link)
                                .isTrue()));
    }

    @Test
    void findsTheLastWordsOfItsLongestPages() throws IOException {
        var index = Files.readString(SITE.resolve("search-index.js"));
        var dictionary = index.split("\"dictionary.html\"", 2)[1].split("\\.html\"", 2)[0];
        assertThat(Dictionary.anc().fields())
                .extracting(DictionaryField::name)
                .allSatisfy(name -> assertThat(dictionary).contains(name));
    }

    @Test
    void needsNothingOfOthers() throws IOException {
        assertThat(pages())
                .allSatisfy(page -> assertThat(Files.readString(page))
                        .doesNotContain("src=\"http")
                        .doesNotContain("rel=\"stylesheet\" href=\"http")
                        .doesNotContain(" style=\"")
                        .doesNotContain("{%"));
    }

    @Test
    void eachPageHasOneTitleAndEachPlaceOneName() throws IOException {
        assertThat(pages()).allSatisfy(page -> {
            var text = Files.readString(page);
            assertThat(text.split("<h1>", -1)).hasSize(2);
            assertThat(matches(ID, text)).doesNotHaveDuplicates();
        });
    }

    @Test
    void showsEveryFieldOfTheDictionaryWithNoEmptyPlace() throws IOException {
        var page = Files.readString(SITE.resolve("dictionary.html"));
        assertThat(Dictionary.anc().fields())
                .extracting(DictionaryField::name)
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(page).contains("<span id=\"" + name + "\">"));
        assertThat(page).doesNotContain("<td></td>");
    }

    @Test
    void tracesEveryFieldFromElementToIndicatorWithNoEmptyCell() throws IOException {
        var page = Files.readString(SITE.resolve("fields.html"));
        assertThat(Dictionary.anc().fields())
                .allSatisfy(field -> assertThat(page).contains("<a id=\"" + field.name() + "\""));
        assertThat(page)
                .doesNotContain("<td></td>")
                .contains("R-ANAEMIA-SEVERE", "(<code>R-PPBS</code>)", "ANC.IND.10", "IND-LK-15");
    }

    @Test
    void showsWhatIsRefusedAndWhy() throws IOException {
        var page = Files.readString(SITE.resolve("refused.html"));
        assertThat(page).doesNotContain("<td></td>").contains("refused-Patient-national-id.json");
        assertThat(Files.readString(SITE.resolve("nehr.html")))
                .doesNotContain("<td></td>")
                .contains("Observation-BloodPressureExample");
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        var file = link.startsWith("#") ? page : SITE.resolve(link.replaceAll("#.*", ""));
        var place = link.contains("#") ? link.substring(link.indexOf('#') + 1) : null;
        return Files.exists(file)
                && (place == null || matches(ID, Files.readString(file)).contains(place));
    }

    private static List<String> linksIn(Path page) throws IOException {
        return matches(LINK, Files.readString(page));
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.list(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
