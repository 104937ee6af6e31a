package org.ancregistry.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.ancregistry.sandbox.http.Parameters;

/** HTTP as a test speaks it: redirects are looked at, not followed. */
final class Web {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Web() {}

    static Answer get(String url, Map<String, String> headers) {
        return send(with(headers, HttpRequest.newBuilder(URI.create(url))).GET().build());
    }

    static Answer get(String url) {
        return get(url, Map.of());
    }

    static Answer post(String url, Map<String, String> form) {
        return post(url, "application/x-www-form-urlencoded", Parameters.encode(form), Map.of());
    }

    static Answer post(String url, String type, String body, Map<String, String> headers) {
        return send(with(headers, HttpRequest.newBuilder(URI.create(url)))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder with(Map<String, String> headers, HttpRequest.Builder request) {
        headers.forEach(request::header);
        return request;
    }

    static Answer send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
