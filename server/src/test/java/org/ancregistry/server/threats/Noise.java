package org.ancregistry.server.threats;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Text that nobody would type, and text that was right before; the same seed gives the same again. */
final class Noise {

    private static final List<String> SNIPPETS = List.of(
            "",
            " ",
            "\u0000",
            "'",
            "\"",
            "';--",
            "' or '1'='1",
            "%",
            "%00",
            "%2e%2e%2f",
            "../../etc/passwd",
            "<script>x</script>",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "\\",
            "\\\\",
            "|",
            "||",
            ",",
            ",,",
            "$",
            "&",
            "=",
            ";",
            ":",
            "*",
            "?",
            "(((((((((((((((((((((a",
            "a".repeat(300),
            "0",
            "-1",
            "9223372036854775808",
            "1e400",
            "NaN",
            "2026-02-31",
            "ge2026-13-01T99:99:99Z",
            "0000-00-00",
            "999999-01-01",
            "Patient/1",
            "http://localhost:1/fhir/Patient/1",
            "urn:uuid:0",
            "true",
            "null",
            "\uD800",
            "\uFFFF",
            "\u202E",
            "ක්‍රි",
            "𐍈",
            "İ",
            "ﬀ");

    private final Random random;

    Noise(long seed) {
        this.random = new Random(seed);
    }

    boolean maybe() {
        return random.nextBoolean();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Anything at all. */
    String text() {
        return switch (random.nextInt(4)) {
            case 0 -> oneOf(SNIPPETS);
            case 1 -> letters(random.nextInt(40));
            case 2 -> oneOf(SNIPPETS) + letters(random.nextInt(6)) + oneOf(SNIPPETS);
            default ->
                random.ints(1 + random.nextInt(12), 1, 0x10000)
                        .mapToObj(c -> String.valueOf((char) c))
                        .collect(Collectors.joining());
        };
    }

    private String letters(int length) {
        return random.ints(length, 0x20, 0x7f)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    /** What was right once, with something wrong in it. */
    String spoilt(String right) {
        var text = new StringBuilder(right);
        for (var change = 1 + random.nextInt(3); change > 0; change--) {
            var at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, text());
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
                default -> text.replace(at, Math.min(text.length(), at + 1), oneOf(SNIPPETS));
            }
        }
        return text.toString();
    }
}
