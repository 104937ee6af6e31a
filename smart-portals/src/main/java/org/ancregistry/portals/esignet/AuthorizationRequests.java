package org.ancregistry.portals.esignet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends somebody to eSignet: each time with a fresh state, nonce and PKCE challenge, none of which serves twice. */
final class AuthorizationRequests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String provider;
    private final ProviderProperties settings;
    private final Discovery discovery;

    AuthorizationRequests(String provider, ProviderProperties settings, Discovery discovery) {
        this.provider = provider;
        this.settings = settings;
        this.discovery = discovery;
    }

    Departure begin(Purpose purpose, URI redirectUri, String language) {
        var pending = new PendingSignIn(
                provider, purpose, redirectUri, Randomness.token(), Randomness.token(), Randomness.token());
        var parameters = parameters(pending, language);
        if (purpose == Purpose.IDENTITY_CHECK) {
            parameters.put("prompt", "consent");
            parameters.put("claims", claims());
            parameters.put("claims_locales", settings.claimsLocales());
        }
        return new Departure(location(parameters), pending);
    }

    private Map<String, Object> parameters(PendingSignIn pending, String language) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("response_type", "code");
        parameters.put("client_id", settings.clientFor(pending.purpose()).id());
        parameters.put("redirect_uri", pending.redirectUri().toString());
        parameters.put("scope", String.join(" ", settings.scopes()));
        parameters.put("state", pending.state());
        parameters.put("nonce", pending.nonce());
        parameters.put("code_challenge", challenge(pending.verifier()));
        parameters.put("code_challenge_method", "S256");
        parameters.put("acr_values", String.join(" ", settings.acrValues()));
        parameters.put("ui_locales", settings.uiLocalesFor(language));
        return parameters;
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Randomness.sha256(verifier));
    }

    private String claims() {
        var userinfo = new LinkedHashMap<String, @Nullable Object>();
        settings.claims().essential().forEach(claim -> userinfo.put(claim, Map.of("essential", true)));
        settings.claims().voluntary().forEach(claim -> userinfo.put(claim, null));
        try {
            return JSON.writeValueAsString(Map.of("userinfo", userinfo, "id_token", Map.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Claim names are plain text.", e);
        }
    }

    private URI location(Map<String, Object> parameters) {
        var address = UriComponentsBuilder.fromUri(discovery.authorization());
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUri();
    }
}
