package org.ancregistry.portals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9_.-]+)[}(]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    @ParameterizedTest
    @MethodSource("areas")
    void hasEveryKeyInEveryLanguage(String area) throws IOException {
        var english = read(area).stringPropertyNames();

        assertThat(english).isNotEmpty();
        assertThat(read(area + "_si").stringPropertyNames()).as("Sinhala").containsExactlyInAnyOrderElementsOf(english);
        assertThat(read(area + "_ta").stringPropertyNames()).as("Tamil").containsExactlyInAnyOrderElementsOf(english);
    }

    @ParameterizedTest
    @MethodSource("areas")
    void saysTheSameFactsInEveryLanguage(String area) throws IOException {
        var english = read(area);
        for (var language : new String[] {"_si", "_ta"}) {
            var other = read(area + language);
            assertThat(english.stringPropertyNames())
                    .allSatisfy(key -> assertThat(places(other.getProperty(key)))
                            .as(key + language)
                            .isEqualTo(places(english.getProperty(key))));
        }
    }

    @Test
    void hasEachKeyInOneAreaOnly() throws IOException {
        var seen = new Properties();
        for (var area : areas().toList()) {
            var words = read(area);
            assertThat(words.stringPropertyNames()).as(area).noneMatch(seen::containsKey);
            seen.putAll(words);
        }
    }

    /** A straight apostrophe swallows the numbers after it, but only in messages that have numbers. */
    @ParameterizedTest
    @MethodSource("areas")
    void usesNoStraightApostrophe(String area) throws IOException {
        for (var language : new String[] {"", "_si", "_ta"}) {
            assertThat(read(area + language).values())
                    .noneMatch(text -> text.toString().contains("'"));
        }
    }

    @Test
    void hasEveryKeyThatATemplateNames() throws IOException {
        var known = new Properties();
        for (var area : areas().toList()) {
            known.putAll(read(area));
        }
        try (var templates = Files.walk(TEMPLATES)) {
            var named = templates
                    .filter(Files::isRegularFile)
                    .flatMap(MessagesTest::keysIn)
                    .distinct()
                    .toList();
            assertThat(named).isNotEmpty().allSatisfy(key -> assertThat(known).containsKey(key));
        }
    }

    static Stream<String> areas() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.matches(".*_(si|ta)"))
                    .toList()
                    .stream();
        }
    }

    private static java.util.List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Stream<String> keysIn(Path template) {
        try {
            var text = Files.readString(template).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
            return KEY.matcher(text).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
