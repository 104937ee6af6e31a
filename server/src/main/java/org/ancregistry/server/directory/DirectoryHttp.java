package org.ancregistry.server.directory;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.ancregistry.portals.http.BoundedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StreamUtils;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Sends with bounded patience. Everything is a POST: what is asked and told of people stands in no address. */
final class DirectoryHttp {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

    private final Duration patience;
    private final RestClient client;

    DirectoryHttp(Duration patience) {
        this.patience = patience;
        client = RestClient.builder()
                .requestFactory(BoundedRequests.within(patience))
                .build();
    }

    /** How long a connection, and then an answer, may take. */
    Duration patience() {
        return patience;
    }

    /** What came back, whatever it is. */
    record Answered(int status, String body) {

        /** Masked: it may say who somebody is. */
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    Answered form(URI address, MultiValueMap<String, String> form, @Nullable String bearer) {
        return send(address, MediaType.APPLICATION_FORM_URLENCODED, form, bearer);
    }

    Answered fhir(URI address, String resource, @Nullable String bearer) {
        return send(address, FHIR, resource.getBytes(StandardCharsets.UTF_8), bearer);
    }

    private Answered send(URI address, MediaType type, Object body, @Nullable String bearer) {
        try {
            return client.post()
                    .uri(address)
                    .contentType(type)
                    .accept(FHIR, MediaType.APPLICATION_JSON)
                    .headers(headers -> {
                        if (bearer != null) {
                            headers.setBearerAuth(bearer);
                        }
                    })
                    .body(body)
                    .exchangeForRequiredValue((request, answer) -> new Answered(
                            answer.getStatusCode().value(),
                            StreamUtils.copyToString(answer.getBody(), StandardCharsets.UTF_8)));
        } catch (ResourceAccessException silence) {
            throw new DirectoryDown("The PHN directory does not answer", silence);
        }
    }
}
