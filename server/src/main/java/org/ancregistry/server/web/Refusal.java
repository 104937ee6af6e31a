package org.ancregistry.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** An OperationOutcome for requests that are turned away before FHIR or a page could answer them. */
final class Refusal {

    private static final String OUTCOME = """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s","diagnostics":"%s"}]}""";

    private Refusal() {}

    /** Answers {@code status} with {@code diagnostics}, which must be a plain sentence of ours and nothing of theirs. */
    static void write(HttpServletResponse response, int status, String diagnostics) throws IOException {
        var body = OUTCOME.formatted(code(status), diagnostics).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A sentence for {@code status} that says what the status says. */
    static String diagnostics(int status) {
        var known = HttpStatus.resolve(status);
        return (known == null ? "The request was refused" : known.getReasonPhrase()) + ".";
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405, 415, 501 -> "not-supported";
            case 413 -> "too-long";
            default -> status < 500 ? "invalid" : "exception";
        };
    }
}
