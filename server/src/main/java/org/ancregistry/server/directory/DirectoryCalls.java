package org.ancregistry.server.directory;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ancregistry.server.directory.DirectoryHttp.Answered;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.LinkedMultiValueMap;

/**
 * Calls the directory's FHIR API with our token. After three failures of five nobody who asks waits for it any more, but
 * for one call after a rest, which finds out whether it is back.
 */
final class DirectoryCalls {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryCalls.class);
    private static final int SEEN = 5;
    private static final int ENOUGH = 3;
    private static final float MOST_FAILURES = 60;

    /** With an OperationOutcome these say something about what was sent; all else is a fault of the directory or the way. */
    private static final Set<Integer> ABOUT_THIS = Set.of(400, 404, 409, 412, 422);

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final URI base;
    private final DirectoryHttp http;
    private final DirectoryToken token;
    private final Duration rest;
    private final CircuitBreaker breaker;

    DirectoryCalls(URI base, DirectoryHttp http, DirectoryToken token, Duration rest) {
        this.base = base;
        this.http = http;
        this.token = token;
        this.rest = rest;
        this.breaker = CircuitBreaker.of(
                "phn-directory",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(SEEN)
                        .minimumNumberOfCalls(ENOUGH)
                        .failureRateThreshold(MOST_FAILURES)
                        .waitDurationInOpenState(rest)
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordExceptions(DirectoryDown.class)
                        .build());
        breaker.getEventPublisher()
                .onError(failed -> LOG.warn("{}", failed.getThrowable().getMessage()))
                .onStateTransition(change -> LOG.info(
                        "Calls to the PHN directory: {}",
                        change.getStateTransition().getToState()));
    }

    /** The same directory for other work: what fails there keeps nobody from asking here. */
    DirectoryCalls apart() {
        return new DirectoryCalls(base, http, token, rest);
    }

    /** Asks an operation. */
    Bundle ask(String operation, Resource resource) {
        return guarded(() -> posted(URI.create(base + "/" + operation), resource));
    }

    /**
     * Tells it something. Nobody waits for that, and who tells makes pauses of his own: it is tried however often it failed,
     * and what the directory cannot take from one keeps nobody from asking.
     */
    void tell(Bundle transaction) {
        read(posted(base, transaction));
    }

    private Answered posted(URI address, Resource resource) {
        var text = FHIR.newJsonParser().encodeResourceToString(resource);
        return believed(bearer -> http.fhir(address, text, bearer));
    }

    /** Searches with the parameters in the body. */
    Bundle search(String type, String parameter, String value) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add(parameter, value);
        return guarded(() -> believed(bearer -> http.form(URI.create(base + "/" + type + "/_search"), form, bearer)));
    }

    /** Whether nobody is let through to ask. */
    boolean isResting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    private Bundle guarded(Supplier<Answered> call) {
        try {
            return breaker.executeSupplier(() -> read(call.get()));
        } catch (CallNotPermittedException resting) {
            throw new DirectoryDown("The PHN directory did not answer and is left alone for a while");
        }
    }

    /** A token that was taken back meanwhile is replaced once. */
    private Answered believed(Function<String, Answered> call) {
        var bearer = token.bearer();
        var answer = call.apply(bearer);
        if (answer.status() != 401) {
            return answer;
        }
        token.forget(bearer);
        return call.apply(token.bearer());
    }

    private static Bundle read(Answered answer) {
        if (ABOUT_THIS.contains(answer.status())) {
            throw outcome(answer.body())
                    .<RuntimeException>map(outcome -> new DirectoryRefused(answer.status(), code(outcome)))
                    .orElseGet(() -> unexpected(answer));
        }
        if (answer.status() < 200 || answer.status() >= 300) {
            throw unexpected(answer);
        }
        try {
            return FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
        } catch (DataFormatException noFhir) {
            throw new DirectoryDown("The PHN directory answered with something that is no Bundle");
        }
    }

    private static DirectoryDown unexpected(Answered answer) {
        return new DirectoryDown("The PHN directory answered " + answer.status());
    }

    /** What a FHIR server says of a request; a proxy or a portal in its place says nothing of it. */
    private static Optional<OperationOutcome> outcome(String body) {
        try {
            return Optional.of(FHIR.newJsonParser().parseResource(OperationOutcome.class, body))
                    .filter(OperationOutcome::hasIssue);
        } catch (DataFormatException noFhir) {
            return Optional.empty();
        }
    }

    /** Its code for what is wrong, which is a word of a code system and names nobody. */
    private static String code(OperationOutcome outcome) {
        var issue = outcome.getIssueFirstRep();
        var own = issue.getDetails().getCodingFirstRep().getCode();
        var code = own == null && issue.hasCode() ? issue.getCode().toCode() : own;
        return code != null && code.matches("[a-z-]{1,60}") ? code : "";
    }
}
