package org.ancregistry.server.bench;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks one server, signed in or, where nobody checks, not.
 *
 * @param bearer the {@code Authorization} header, if any
 */
record Visitor(
        HttpClient http, MeasuredServer server, @Nullable String bearer) {

    static final FhirContext FHIR = FhirContext.forR4Cached();

    private static final int SUCCESS = 200;
    private static final int NO_SUCCESS = 300;

    /** A search really runs, and is not answered from one that ran a moment ago. */
    HttpRequest.Builder get(String path) {
        return request(path).header("Cache-Control", "no-cache").GET();
    }

    HttpRequest.Builder post(String path, String json) {
        return request(path)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(server.fhir() + path)).header("Accept", "application/fhir+json");
        return bearer == null ? request : request.header("Authorization", bearer);
    }

    /**
     * The answer, while databases are being filled.
     *
     * @throws IllegalStateException when the server refuses
     */
    <R extends Resource> R answer(Class<R> type, HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() < SUCCESS || answer.statusCode() >= NO_SUCCESS) {
                throw new IllegalStateException(server.name() + " said " + answer.statusCode() + ": " + answer.body());
            }
            return FHIR.newJsonParser().parseResource(type, answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
