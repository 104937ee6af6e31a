package org.ancregistry.server.cds;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry's own FHIR API, asked over HTTP with the token of whoever asks. So a hook meets the very same checks as any
 * client: token, role, scopes, care relationship, consent, audit; and gets the very same answer.
 */
final class OwnFhir {

    private static final Logger LOG = LoggerFactory.getLogger(OwnFhir.class);
    private static final String FHIR_JSON = "application/fhir+json";

    private final HttpClient http;
    private final FhirContext fhir;
    private final URI base;
    private final Duration patience;

    OwnFhir(FhirContext fhir, URI base, Duration patience) {
        this.fhir = fhir;
        this.base = base;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /**
     * What the rules say: the answer of {@code $assess-risk}; nothing when there is no record that the caller may see.
     *
     * @throws NotAsked when the API refuses, for its reason, or does not answer
     */
    Optional<Parameters> assess(Question question) {
        var asked = new Parameters();
        question.findings()
                .forEach(finding -> asked.addParameter().setName("finding").setResource(finding));
        var answer = send(HttpRequest.newBuilder(URI.create(base + "/Patient/" + question.patient() + "/$assess-risk"))
                .timeout(patience)
                .header("Authorization", "Bearer " + question.token())
                .header("Content-Type", FHIR_JSON)
                .header("Accept", FHIR_JSON)
                .POST(BodyPublishers.ofString(fhir.newJsonParser().encodeResourceToString(asked)))
                .build());
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(fhir.newJsonParser().parseResource(Parameters.class, answer.body()));
            case 404 -> Optional.empty();
            case 401 -> throw new NotAsked(401, "The access token is not good: get a new one.");
            case 403 -> throw new NotAsked(403, "You may not ask this: the token's role or scopes do not allow it.");
            case 400, 422 ->
                throw new NotAsked(400, "The findings cannot be read: send Observations as the guide describes.");
            default -> throw busy();
        };
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException down) {
            LOG.warn(
                    "The registry's own FHIR API did not answer a hook: {}",
                    down.getClass().getSimpleName());
            throw busy();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static NotAsked busy() {
        return new NotAsked(503, "The registry is busy: try again.");
    }
}
