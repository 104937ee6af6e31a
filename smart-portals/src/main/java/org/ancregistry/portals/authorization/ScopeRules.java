package org.ancregistry.portals.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.ancregistry.domain.access.SmartScope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Cuts what an app asks for down to what it is registered for, as SMART App Launch wants it: the library would refuse the
 * whole request for one scope too many. Where nothing is left, it is refused.
 */
final class ScopeRules {

    private static final String NOTHING_LEFT = "None of these scopes may be given to this app.";

    private final Clients clients;

    ScopeRules(Clients clients) {
        this.clients = clients;
    }

    /** Does it before anything else reads the request. */
    AuthenticationConverter narrowing(AuthenticationConverter converter) {
        return request -> narrowed(converter, request);
    }

    private @Nullable Authentication narrowed(AuthenticationConverter converter, HttpServletRequest request) {
        var asked = converter.convert(request);
        if (asked instanceof OAuth2AuthorizationCodeRequestAuthenticationToken of
                && !of.getAdditionalParameters().containsKey("request_uri")) {
            return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                    of.getAuthorizationUri(),
                    of.getClientId(),
                    (Authentication) of.getPrincipal(),
                    of.getRedirectUri(),
                    of.getState(),
                    narrowed(of.getClientId(), of.getScopes()),
                    of.getAdditionalParameters());
        } else if (asked instanceof OAuth2PushedAuthorizationRequestAuthenticationToken of) {
            return new OAuth2PushedAuthorizationRequestAuthenticationToken(
                    of.getAuthorizationUri(),
                    of.getClientId(),
                    (Authentication) of.getPrincipal(),
                    of.getRedirectUri(),
                    of.getState(),
                    narrowed(of.getClientId(), of.getScopes()),
                    of.getAdditionalParameters());
        } else if (asked instanceof OAuth2ClientCredentialsAuthenticationToken of
                && of.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                && client.getRegisteredClient() != null) {
            var registered = client.getRegisteredClient();
            return new OAuth2ClientCredentialsAuthenticationToken(
                    client,
                    of.getScopes().isEmpty()
                            ? registered.getScopes()
                            : narrowed(registered.getClientId(), of.getScopes()),
                    of.getAdditionalParameters());
        }
        return asked;
    }

    /** What may be given; what was asked, when nothing of it may, for the refusal that follows. */
    private Set<String> narrowed(String clientId, Set<String> asked) {
        var client = clients.findByClientId(clientId);
        var given = client == null ? Set.<String>of() : SmartScope.narrowed(asked, client.getScopes());
        return given.isEmpty() ? asked : given;
    }

    /** Refuses what is not narrowed to the app's own scopes. */
    void check(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var allowed = context.getRegisteredClient().getScopes();
        if (!isWithin(request.getScopes(), allowed)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(invalidScope(), request);
        }
    }

    /** The same for a program that acts for itself. */
    void check(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        if (!isWithin(request.getScopes(), context.getRegisteredClient().getScopes())) {
            throw new OAuth2AuthenticationException(invalidScope());
        }
    }

    private static boolean isWithin(Set<String> scopes, Set<String> allowed) {
        return !scopes.isEmpty() && SmartScope.narrowed(scopes, allowed).equals(scopes);
    }

    private static OAuth2Error invalidScope() {
        return new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, NOTHING_LEFT, null);
    }
}
