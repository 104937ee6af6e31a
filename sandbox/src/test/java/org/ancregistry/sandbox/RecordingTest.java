package org.ancregistry.sandbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.sandbox.http.Json;
import org.junit.jupiter.api.Test;

/** That the contract test would notice. */
class RecordingTest {

    private static final Recording REFUSED = Recording.of("errors/token-code-reuse.json");
    private static final Map<String, String> HEADERS =
            Map.of("cache-control", "no-store", "content-type", "application/json", "pragma", "no-cache");
    private static final Map<String, Object> BODY =
            Map.of("error", "invalid_grant", "error_description", "invalid_grant");

    @Test
    void takesTheSameAnswer() {
        assertThatCode(() -> REFUSED.isLike(answer(400, HEADERS, BODY))).doesNotThrowAnyException();
    }

    @Test
    void noticesAnotherStatus() {
        assertThatThrownBy(() -> REFUSED.isLike(answer(401, HEADERS, BODY))).isInstanceOf(AssertionError.class);
    }

    @Test
    void noticesAnotherHeader() {
        var headers = new LinkedHashMap<>(HEADERS);
        headers.put("cache-control", "no-cache");

        assertThatThrownBy(() -> REFUSED.isLike(answer(400, headers, BODY)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cache-control");
    }

    @Test
    void noticesAnotherErrorCode() {
        var body = Map.<String, Object>of("error", "invalid_client", "error_description", "invalid_grant");

        assertThatThrownBy(() -> REFUSED.isLike(answer(400, HEADERS, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("invalid_client");
    }

    @Test
    void noticesAnotherMember() {
        var body = new LinkedHashMap<>(BODY);
        body.put("error_uri", "http://example.org");

        assertThatThrownBy(() -> REFUSED.isLike(answer(400, HEADERS, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("error_uri");
    }

    @Test
    void noticesAnotherKindOfValueInAToken() {
        var token = Recording.of("17-access-token-decoded.json");
        var payload = new LinkedHashMap<>(Json.object(token.content(), "payload"));
        payload.put("aud", List.of("anc-portal-2"));
        var other = Map.of("header", Json.object(token.content(), "header"), "payload", payload);

        assertThatThrownBy(() -> token.isLike(other)).isInstanceOf(AssertionError.class);
    }

    private static Answer answer(int status, Map<String, String> headers, Map<String, Object> body) {
        var all = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Answer(status, HttpHeaders.of(all, (name, value) -> true), Json.write(body));
    }
}
