package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.sandbox.http.Json;

/**
 * What a relying party asks for when it sends somebody here (OpenID Connect Core 3.1.2.1).
 *
 * @param parameters by the names of the specification; {@code claims} as JSON text
 */
record AuthorizeRequest(Map<String, String> parameters) {

    private static final Map<String, String> REST_NAMES = Map.ofEntries(
            Map.entry("clientId", "client_id"),
            Map.entry("redirectUri", "redirect_uri"),
            Map.entry("responseType", "response_type"),
            Map.entry("acrValues", "acr_values"),
            Map.entry("maxAge", "max_age"),
            Map.entry("claimsLocales", "claims_locales"),
            Map.entry("uiLocales", "ui_locales"),
            Map.entry("codeChallenge", "code_challenge"),
            Map.entry("codeChallengeMethod", "code_challenge_method"),
            Map.entry("dpopJkt", "dpop_jkt"));

    AuthorizeRequest {
        parameters = Map.copyOf(parameters);
    }

    /** Reads the JSON that the login page sends: other spellings of the same names, and claims as an object. */
    static AuthorizeRequest ofJson(Map<String, Object> json) {
        var parameters = new LinkedHashMap<String, String>();
        for (var name : json.keySet()) {
            var claims = Json.object(json, name);
            var value = claims.isEmpty() ? Json.text(json, name) : Json.write(claims);
            parameters.put(REST_NAMES.getOrDefault(name, name), value);
        }
        return new AuthorizeRequest(parameters);
    }

    String clientId() {
        return get("client_id");
    }

    String redirectUri() {
        return get("redirect_uri");
    }

    String state() {
        return get("state");
    }

    String nonce() {
        return get("nonce");
    }

    String codeChallenge() {
        return get("code_challenge");
    }

    List<String> scopes() {
        return words("scope");
    }

    /** The value of a parameter, empty where it was not sent. */
    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    List<String> words(String name) {
        return Stream.of(get(name).split(" ")).filter(word -> !word.isBlank()).toList();
    }
}
