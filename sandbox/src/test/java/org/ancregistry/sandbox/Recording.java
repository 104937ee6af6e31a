package org.ancregistry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ancregistry.sandbox.http.Json;

/**
 * One recorded answer of the real eSignet, and whether another is like it.
 *
 * @param content what the file holds: {status, headers, body}, a decoded token or a key set
 */
record Recording(Map<String, Object> content) {

    static final Path FOLDER = Path.of("src/test/resources/esignet");

    private static final Set<String> CHANGING = Set.of("dpop-nonce");
    private static final Set<String> SAID_IN_WORDS =
            Set.of("error", "error_description", "errorCode", "errorMessage", "title", "consentAction", "token_type");

    static Recording of(String file) {
        try {
            return new Recording(Json.parse(Files.readString(FOLDER.resolve(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void isLike(Object given) {
        if (given instanceof Answer answer) {
            isLike(answer);
        } else {
            assertThat(shape(given)).isEqualTo(shape(content));
        }
    }

    private void isLike(Answer answer) {
        assertThat(answer.status()).isEqualTo(((Number) content.get("status")).intValue());
        Json.object(content, "headers").forEach((name, value) -> {
            var expected = CHANGING.contains(name) ? answer.header(name) : value;
            assertThat(answer.header(name)).as(name).isNotEmpty().isEqualTo(expected);
        });
        var body = content.get("body");
        if (body instanceof Map<?, ?>) {
            saysWhetherItIsJson(answer);
            assertThat(shape(answer.json())).isEqualTo(shape(body));
        } else {
            assertThat(answer.body().isEmpty()).isEqualTo(String.valueOf(body).isEmpty());
        }
    }

    /** Some of eSignet's filters do not name the content type. */
    private void saysWhetherItIsJson(Answer answer) {
        if (content.containsKey("headers") && Json.object(content, "headers").isEmpty()) {
            assertThat(answer.headers().firstValue("content-type")).isEmpty();
        }
    }

    /** The names and kinds of everything in a document, and the words of its errors. */
    private static Object shape(Object value) {
        if (value instanceof Map<?, ?> object) {
            var members = new TreeMap<String, Object>();
            object.forEach((name, member) -> members.put(
                    name.toString(), SAID_IN_WORDS.contains(name) ? String.valueOf(member) : shape(member)));
            return members;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Recording::shape).collect(Collectors.toSet());
        }
        return value == null ? "null" : kind(value);
    }

    private static String kind(Object value) {
        return value instanceof Number ? "number" : value.getClass().getSimpleName();
    }
}
