package org.ancregistry.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.testing.RunningRegistry;

/** Requests as somebody sends them who has a token and tries what it opens. */
public record Api(RunningRegistry registry) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public Answer get(Caller caller, String path) {
        return send(request(caller, path));
    }

    public Answer post(Caller caller, String path, String json) {
        return send(request(caller, path)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(json)));
    }

    public Answer postForm(Caller caller, String path, String form) {
        return send(request(caller, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public Answer send(Caller caller, String method, String path, String json, String... headers) {
        var request = request(caller, path)
                .header("Content-Type", "application/fhir+json")
                .method(method, BodyPublishers.ofString(json));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    public Answer getWithout(String path, String... headers) {
        var request = HttpRequest.newBuilder(at(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(Caller caller, String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + registry.token(caller));
    }

    private URI at(String path) {
        return URI.create(registry.fhirBase() + "/" + path);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public record Answer(int status, String body, HttpResponse<String> response) {

        private static final Pattern REFUSED =
                Pattern.compile("\"system\":\"[^\"]+/anc-problem\",\"code\":\"([a-z-]+)\"");

        /** Why it was refused: the status and the code of {@code anc-problem}; the body itself when it was not. */
        public String refusal() {
            var coded = REFUSED.matcher(body);
            return coded.find() ? status + " " + coded.group(1) : body;
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
