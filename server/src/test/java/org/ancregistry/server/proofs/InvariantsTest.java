package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The architecture's page says of each invariant which test guards it, and that test is there. */
class InvariantsTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (I[0-9]+) \\|[^|]+\\|([^|]*)\\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+)`");

    @Test
    void eachInvariantNamesATestThatExists() throws IOException {
        var guards = new TreeMap<String, Set<String>>();
        ROW.matcher(Files.readString(PROJECT.resolve("docs/architecture.md")))
                .results()
                .forEach(row -> guards.put(row.group(1), names(row.group(2))));
        var invariants = IntStream.rangeClosed(1, 16).mapToObj(number -> "I" + number);
        assertThat(guards).containsOnlyKeys(invariants.toArray(String[]::new));
        var tests = tests();
        assertThat(guards)
                .allSatisfy((invariant, named) ->
                        assertThat(named).as(invariant).isNotEmpty().isSubsetOf(tests));
    }

    private static Set<String> names(String cell) {
        return TEST.matcher(cell)
                .results()
                .map((MatchResult test) -> test.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that run: the build takes what ends in Test or IT. */
    private static Set<String> tests() throws IOException {
        try (var files =
                Files.find(PROJECT, 20, (file, attributes) -> file.toString().contains("src/test/java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.endsWith("Test") || name.endsWith("IT"))
                    .collect(Collectors.toSet());
        }
    }
}
