package org.ancregistry.server.cds;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** CDS Hooks 2.0 at its standard path: discovery for everybody, advice for whoever may ask the FHIR API. */
@RestController
class CdsHooksController {

    private final OwnFhir registry;
    private final Cards cards;
    private final FhirContext fhir;

    CdsHooksController(OwnFhir registry, Cards cards, FhirContext fhir) {
        this.registry = registry;
        this.cards = cards;
        this.fhir = fhir;
    }

    @GetMapping("/cds-services")
    Map<String, Object> discover() {
        return Map.of(
                "services",
                Arrays.stream(Service.values()).map(Service::discovered).toList());
    }

    @PostMapping("/cds-services/{id}")
    ResponseEntity<Map<String, Object>> call(
            @PathVariable String id,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            Locale locale) {
        var service = Service.named(id).orElseThrow(() -> new NotAsked(404, "There is no such service."));
        var question = Question.of(service, body, authorization, fhir);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Map.of("cards", advice(question, locale)));
    }

    private List<Map<String, Object>> advice(Question question, Locale locale) {
        return registry.assess(question)
                .map(answer -> cards.of(answer, question.patient(), locale))
                .orElseGet(() -> cards.nothingKnown(locale));
    }

    /** The body was read no further: it is too long, or a number in it is. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> notRead(BaseServerResponseException unreadable) {
        return notAsked(
                new NotAsked(unreadable.getStatusCode(), "The body is too long, or a number in it is too large."));
    }

    /** The caller's own words are not repeated. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> notAsked(NotAsked wrong) {
        var answer = ResponseEntity.status(wrong.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (wrong.status() == HttpStatus.UNAUTHORIZED.value()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"anc-registry\"");
        }
        return answer.body(Map.of("error", String.valueOf(wrong.getMessage())));
    }
}
