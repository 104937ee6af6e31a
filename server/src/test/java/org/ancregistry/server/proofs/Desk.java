package org.ancregistry.server.proofs;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Sends what a portal sends and keeps the answer, whatever it is.
 *
 * @param fhirBase of the registry that is asked
 */
record Desk(String fhirBase) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    /**
     * What came back.
     *
     * @param body the resource as JSON
     */
    record Answer(int status, String body) {

        Parameters parameters() {
            return FHIR.newJsonParser().parseResource(Parameters.class, body);
        }

        /** The code of a refusal. */
        String problem() {
            return issue().getDetails().getCodingFirstRep().getCode();
        }

        OperationOutcome.OperationOutcomeIssueComponent issue() {
            return FHIR.newJsonParser()
                    .parseResource(OperationOutcome.class, body)
                    .getIssueFirstRep();
        }

        /** A value of the answer as text; a reference without its version. */
        String value(String name) {
            var value = parameters().getParameter(name).getValue();
            return value instanceof Reference reference
                    ? reference.getReferenceElement().toUnqualifiedVersionless().getValue()
                    : ((PrimitiveType<?>) value).getValueAsString();
        }
    }

    /** Sends it, and fails when it is refused. */
    Answer must(Caller caller, String path, Resource body) {
        var answer = tried(caller, path, body);
        if (answer.status() >= 300) {
            throw new AssertionError(path + " was answered with " + answer);
        }
        return answer;
    }

    /** Sends it, and fails only when no answer came. */
    Answer tried(Caller caller, String path, Resource body) {
        try {
            return send(caller, path, body);
        } catch (IOException cut) {
            throw new AssertionError("No answer to " + path, cut);
        }
    }

    /** Sends it to a server that may be gone before it answers. */
    Answer send(Caller caller, String path, Resource body) throws IOException {
        return sent(request(caller, path)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(FHIR.newJsonParser().encodeResourceToString(body))));
    }

    Answer get(Caller caller, String path) {
        try {
            return sent(request(caller, path));
        } catch (IOException cut) {
            throw new AssertionError("No answer to " + path, cut);
        }
    }

    /** Sends anything by any method. */
    Answer any(Caller caller, String method, String path, String json) {
        try {
            return sent(request(caller, path)
                    .header("Content-Type", "application/fhir+json")
                    .method(method, BodyPublishers.ofString(json)));
        } catch (IOException cut) {
            throw new AssertionError("No answer to " + method + " " + path, cut);
        }
    }

    private HttpRequest.Builder request(Caller caller, String path) {
        return HttpRequest.newBuilder(URI.create(fhirBase + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + TestTokens.of(caller, fhirBase));
    }

    private static Answer sent(HttpRequest.Builder request) throws IOException {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
