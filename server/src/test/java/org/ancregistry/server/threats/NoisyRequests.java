package org.ancregistry.server.threats;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Parameters that are nearly like good ones, for the authorization server and for searches. */
final class NoisyRequests {

    static final List<String> ENDPOINTS = List.of(
            "/oauth2/token",
            "/oauth2/introspect",
            "/oauth2/revoke",
            "/oauth2/par",
            "/oauth2/authorize",
            "/sign-in/link");
    private static final List<String> PARAMETERS = List.of(
            "grant_type",
            "scope",
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "code",
            "code_verifier",
            "redirect_uri",
            "refresh_token",
            "token",
            "response_type",
            "state",
            "aud",
            "launch",
            "request_uri",
            "nonce",
            "prompt");
    private static final List<String> VALUES = List.of(
            "client_credentials",
            "authorization_code",
            "refresh_token",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "fuzz",
            "anc-midwife",
            "code",
            "system/*.cruds",
            "S256");

    static final List<String> TYPES = List.of(
            "Patient", "Observation", "Condition", "Encounter", "EpisodeOfCare", "Task", "Organization", "Consent");
    private static final List<String> SEARCHED = List.of(
            "_id",
            "_count",
            "_offset",
            "_sort",
            "_summary",
            "_elements",
            "_total",
            "_include",
            "_revinclude",
            "_lastUpdated",
            "_tag",
            "_has:Observation:patient:code",
            "_filter",
            "_format",
            "_pretty",
            "_getpages",
            "patient",
            "subject",
            "subject:Patient.name",
            "code",
            "date",
            "value-quantity",
            "status",
            "identifier",
            "name",
            "birthdate",
            "category",
            "organization",
            "encounter");
    private static final List<String> MODIFIERS =
            List.of("", "", "", ":not", ":exact", ":contains", ":missing", ":above", ":in", ":text", ":iterate", ":x");
    private static final List<String> RIGHT = List.of(
            "http://loinc.org|29463-7",
            "ge2026-01-01",
            "61|http://unitsofmeasure.org|kg",
            "Observation:subject",
            "-date",
            "10",
            "true",
            "final");

    private NoisyRequests() {}

    static String parameters(Noise noise, String token) {
        var form = new StringBuilder();
        for (var field = noise.below(8); field >= 0; field--) {
            var value = noise.below(9) == 0 ? token : noise.maybe() ? noise.oneOf(VALUES) : noise.text();
            form.append(noise.oneOf(PARAMETERS))
                    .append('=')
                    .append(encoded(value))
                    .append('&');
        }
        return form.toString();
    }

    static String scopes(Noise noise) {
        var right =
                "system/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";
        var words = List.of(
                right,
                "system/*.cruds",
                "patient/*.read",
                "user/Patient.cud",
                "launch/patient",
                "openid",
                noise.text());
        return noise.maybe() ? noise.spoilt(right) : noise.oneOf(words) + " " + noise.spoilt(noise.oneOf(words));
    }

    static String search(Noise noise, String patient) {
        var right = Stream.concat(RIGHT.stream(), Stream.of(patient)).toList();
        var query = new StringBuilder();
        for (var parameter = noise.below(4); parameter >= 0; parameter--) {
            var value = noise.maybe() ? noise.spoilt(noise.oneOf(right)) : noise.text();
            var name = noise.below(12) == 0 ? noise.text() : noise.oneOf(SEARCHED) + noise.oneOf(MODIFIERS);
            query.append(encoded(name)).append('=').append(encoded(value)).append('&');
        }
        return query.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
