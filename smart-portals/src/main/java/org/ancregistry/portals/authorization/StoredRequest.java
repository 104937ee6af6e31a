package org.ancregistry.portals.authorization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** An authorization request as JSON text: plain values only, so that no class name is ever read from the database. */
record StoredRequest(
        String authorizationUri,
        String clientId,
        @Nullable String redirectUri,
        @Nullable String state,
        Set<String> scopes,
        Map<String, Object> additionalParameters) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static String write(OAuth2AuthorizationRequest request) {
        var stored = new StoredRequest(
                request.getAuthorizationUri(),
                request.getClientId(),
                request.getRedirectUri(),
                request.getState(),
                request.getScopes(),
                request.getAdditionalParameters());
        try {
            return JSON.writeValueAsString(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An authorization request has plain values.", e);
        }
    }

    static OAuth2AuthorizationRequest read(String json) {
        try {
            var stored = JSON.readValue(json, StoredRequest.class);
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(stored.authorizationUri())
                    .clientId(stored.clientId())
                    .redirectUri(stored.redirectUri())
                    .state(stored.state())
                    .scopes(stored.scopes())
                    .additionalParameters(stored.additionalParameters())
                    .build();
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("A stored authorization request cannot be read.", e);
        }
    }
}
