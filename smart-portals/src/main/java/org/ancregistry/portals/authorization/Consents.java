package org.ancregistry.portals.authorization;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;

/** What an app asks a person for, between her signing in and her answer. */
public final class Consents {

    private static final OAuth2TokenType STATE = new OAuth2TokenType("state");

    private final JdbcAuthorizations authorizations;
    private final Clients clients;

    Consents(JdbcAuthorizations authorizations, Clients clients) {
        this.authorizations = authorizations;
        this.clients = clients;
    }

    /**
     * An app's question.
     *
     * @param clientId the app
     * @param scopes what it asks for, cut down to what it is registered for
     * @param redirectUri where the answer goes
     * @param patient {@code Patient/…} whose record it is about; absent when none was picked yet, or none is needed
     * @param needsPick whether a record must be picked first
     */
    public record Asked(
            String clientId,
            Set<String> scopes,
            String redirectUri,
            @Nullable String patient,
            boolean needsPick) {}

    /** The question that {@code state} stands for, if it was put to this person. */
    public @Nullable Asked asked(String state, String person) {
        var authorization = authorizations.findByToken(state, STATE);
        if (authorization == null || !authorization.getPrincipalName().equals(person)) {
            return null;
        }
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return request == null ? null : asked(authorization, request);
    }

    private static Asked asked(OAuth2Authorization authorization, OAuth2AuthorizationRequest request) {
        String patient = authorization.getAttribute(LaunchContext.PATIENT);
        return new Asked(
                request.getClientId(),
                request.getScopes(),
                String.valueOf(request.getRedirectUri()),
                patient,
                patient == null && LaunchContext.needsPick(authorization.getPrincipalName(), request.getScopes()));
    }

    /**
     * Says whose record the app's token will be about.
     *
     * @param patient {@code Patient/…} that the person was found to reach
     */
    public void pick(String state, String person, String patient) {
        authorizations.pick(Randomness.digest(state), person, patient);
    }

    /** Whether the person has to see a page before the app gets a code. */
    boolean isNeeded(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var person = ((Principal) request.getPrincipal()).getName();
        return !clients.isTrusted(request.getClientId()) || LaunchContext.needsPick(person, request.getScopes());
    }

    /** No code without the record that its scopes are about. */
    void check(OAuth2AuthorizationConsentAuthenticationContext context) {
        var request = context.getAuthorizationRequest();
        var authorization = context.getAuthorization();
        if (request == null || authorization == null) {
            return;
        }
        var asked = asked(authorization, request);
        if (asked.needsPick()) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED, "No record was picked.", null),
                    new OAuth2AuthorizationCodeRequestAuthenticationToken(
                            request.getAuthorizationUri(),
                            request.getClientId(),
                            UsernamePasswordAuthenticationToken.authenticated(
                                    authorization.getPrincipalName(), null, List.of()),
                            request.getRedirectUri(),
                            request.getState(),
                            request.getScopes(),
                            request.getAdditionalParameters()));
        }
    }
}
