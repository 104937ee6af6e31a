package org.ancregistry.server.cds;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a record system asks when a hook fires.
 *
 * @param token an access token of this registry
 * @param patient the registry's id of the woman
 * @param findings what the encounter found, as the record system has it
 */
record Question(String token, String patient, List<Resource> findings) {

    /** As RFC 6750 writes it, and a token as a header can carry it: what cannot be sent on would end up in a log. */
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+)");

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");
    private static final String ID = "[A-Za-z0-9\\-.]{1,64}";

    /**
     * Reads a request of CDS Hooks 2.0.
     *
     * @param authorization the header, where one was sent
     * @throws NotAsked when something that is needed is missing
     */
    static Question of(Service service, JsonNode body, @Nullable String authorization, FhirContext fhir) {
        if (!service.hook().equals(body.path("hook").asText())) {
            throw new NotAsked(400, "This service answers the hook " + service.hook() + ".");
        }
        if (body.path("hookInstance").asText().isBlank()) {
            throw new NotAsked(400, "Send a hookInstance: a UUID of this call.");
        }
        var patient = body.path("context").path("patientId").asText().replaceFirst("^Patient/", "");
        if (!patient.matches(ID)) {
            throw new NotAsked(400, "Send context.patientId: the registry's id of the woman.");
        }
        return new Question(token(body, authorization), patient, findings(body, fhir));
    }

    /** The token that the record system was given for this user counts; without one, that of the call itself. */
    private static String token(JsonNode body, @Nullable String authorization) {
        return Optional.of(body.path("fhirAuthorization").path("access_token").asText())
                .filter(token -> !token.isBlank())
                .or(() -> Optional.ofNullable(authorization)
                        .map(BEARER::matcher)
                        .filter(Matcher::matches)
                        .map(header -> header.group(1)))
                .filter(token -> TOKEN.matcher(token).matches())
                .orElseThrow(() -> new NotAsked(401, "Send an access token of this registry as fhirAuthorization."));
    }

    private static List<Resource> findings(JsonNode body, FhirContext fhir) {
        var sent = body.path("prefetch").path(Service.FINDINGS);
        if (!sent.isObject()) {
            return List.of();
        }
        try {
            return unpacked((Resource) fhir.newJsonParser().parseResource(sent.toString()))
                    .toList();
        } catch (DataFormatException | ClassCastException unreadable) {
            throw new NotAsked(400, "prefetch." + Service.FINDINGS + " is no FHIR R4 Bundle.");
        }
    }

    private static Stream<Resource> unpacked(Resource resource) {
        return resource instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(entry -> entry != null)
                : Stream.of(resource);
    }
}
